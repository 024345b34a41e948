import ts from 'typescript';
import { expect, it } from 'vitest';

import { plainCode } from '@/lib/projections/code';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';

/** What samples may use without saying where it comes from: what each does is in its name. */
const AMBIENT = [
  ...['app', 'queue', 'db', 'keys', 'redis', 'kafka', 'sqs', 'crypto', 'sleep', 'every', 'log'],
  ...['provider', 'payment', 'inventory', 'shipping', 'stock', 'addresses', 'fraud', 'receipts'],
  ...['mail', 'printer', 'rates', 'next', 'receipt', 'hash', 'sortedJson', 'chargeAnyway'],
  // What a refused step throws.
  'Refused',
  // On a page.
  ...['pay', 'form', 'show', 'send', 'isFinal', 'tagOf', 'rowOf'],
  // Node's.
  'process',
  // Somebody's.
  ...['shop', 'book'],
];

it('TypeScript samples can be read by a compiler, and use no name that nothing gave', () => {
  const samples = samplesIn('TypeScript');
  expect(samples.size).toBeGreaterThan(100);
  expect(complaints(samples)).toEqual([]);
});

it('each statement of an SQL sample counts its parameters from $1, and leaves none out', () => {
  let counted = 0;
  for (const [name, text] of samplesIn('SQL')) {
    for (const statement of text.replaceAll(/--.*/g, '').split(';')) {
      const used = new Set([...statement.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)));
      const all = Array.from({ length: used.size }, (_, place) => place + 1);
      expect(
        [...used].toSorted((a, b) => a - b),
        `${name}: ${statement}`,
      ).toEqual(all);
      if (used.size > 0) counted += 1;
    }
  }
  expect(counted).toBeGreaterThan(100);
});

// Helpers

/** By a name that says where it is from. The same text of several settings is read once. */
function samplesIn(wanted: 'TypeScript' | 'SQL'): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const scenario of catalogue) {
    for (const settings of someSettings(scenario)) {
      for (const { language, text } of scenario.code(settings).samples) {
        if (language === wanted && !texts.has(text))
          texts.set(text, `${scenario.slug} ${JSON.stringify(settings)}`);
      }
    }
  }
  return new Map([...texts].map(([text, name]) => [name, plainCode(text)]));
}

/** What the compiler says of them. Ambient names are of any type, so it is names and syntax that it judges. */
function complaints(samples: ReadonlyMap<string, string>): readonly string[] {
  const options: ts.CompilerOptions = {
    ...{ noEmit: true, strict: false, noImplicitAny: false, types: [] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, lib: ['lib.es2022.d.ts'] },
  };
  const ambient = `declare const ${AMBIENT.map((name) => `${name}: any`).join(', ')};`;
  const files = new Map<string, string>([
    ...[...samples].map(([name, text]) => [`${name}.ts`, `${text}\nexport {};\n`] as const),
    ['ambient.d.ts', ambient] as const,
  ]);
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, language) => {
    const text = files.get(name);
    return text === undefined
      ? onDisk(name, language)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  host.fileExists = (name) => files.has(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...samples.keys()].flatMap((name) => {
    const file = program.getSourceFile(`${name}.ts`);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ code, messageText }) =>
        `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} (${code})`,
    );
  });
}
