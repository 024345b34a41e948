import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';

import { createWorld } from '@/lib/engine/world';
import type { Cast } from '@/lib/engine/model';
import { walk } from '@/lib/engine/walk';
import { spread } from '@/components/mermaid/spread';
import { unwrapped } from '@/components/mermaid/unwrapped';
import { type Beat, toBeats } from '@/lib/projections/beats';
import { toSequenceDiagram } from '@/lib/projections/sequence-diagram';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';

describe.each(catalogue)('a diagram of $slug', (scenario) => {
  it('is one that Mermaid can read, however the run goes and wherever it is stopped', async () => {
    const plans: { beats: readonly Beat[]; cast: Cast }[] = [];
    for (const [seed, settings] of someSettings(scenario).entries()) {
      const cast = scenario.cast(settings);
      const first = createWorld(cast);
      for (const picks of fc.sample(walks, { seed, numRuns: 4 })) {
        const { trace } = walk(first, picks);
        const beats = toBeats(trace, { ...scenario, cast });
        plans.push({ beats, cast });
      }
    }
    const prefixes = plans.flatMap(({ beats, cast }) =>
      [...beats.keys()].map((length) => ({ beats: beats.slice(0, length), cast })),
    );
    expect(prefixes.length).toBeGreaterThan(100);
    const some = [...spread(plans, WHOLE_MAX), ...spread(prefixes, PREFIXES_MAX)];
    for (const { beats, cast } of some) {
      const { source, lines } = toSequenceDiagram(beats, cast);
      await readable(source);
      const labels = lines.filter(({ kind }) => kind !== 'activation');
      expect(unwrapped(source).split(': nowrap:')).toHaveLength(labels.length + 1);
    }
  });
});

describe('a label', () => {
  it('survives whatever is in it', async () => {
    await mermaid.parse('sequenceDiagram');
    for (const label of [...HOSTILE, ...fc.sample(labels, { seed: 1, numRuns: 300 })]) {
      expect(await drawn(source(label)), JSON.stringify(label)).toEqual(labelled(label));
    }
  });

  it('reads the same where Mermaid is told not to wrap it, and is told so each time', async () => {
    for (const label of [...HOSTILE, ...fc.sample(labels, { seed: 2, numRuns: 100 })]) {
      const told = unwrapped(source(label));
      expect(told.match(/: nowrap:/g), JSON.stringify(label)).toHaveLength(2);
      expect(await drawn(told), JSON.stringify(label)).toEqual(labelled(label));
    }
  });

  it('that holds a directive directs nothing', async () => {
    const label = '%%%%{init: {"theme": "dark"}}%%';
    await readable(source(label));
    expect(source(label)).not.toContain('%');
  });
});

// Helpers

/** Mermaid reads some 30 diagrams a second, and a catalogue has forty scenarios. */
const WHOLE_MAX = 6;
const PREFIXES_MAX = 18;

const walks = fc.array(fc.nat({ max: 1000 }), { minLength: 10, maxLength: 40 });

/** Waits for Mermaid and shows the source of what it can't read. */
async function readable(text: string): Promise<void> {
  const verdict = await mermaid.parse(text, { suppressErrors: true });
  if (verdict === false) expect.fail(`Mermaid can't read:\n${text}`);
}

const HOSTILE = [
  ...[';', '#', '%%', '%%%', '%%%%', '<b>', '</svg>', '"', '{', '}', '[', ']', ':', '::'],
  ...[
    'end',
    'loop',
    'alt x',
    'activate api',
    'Note over api: x',
    'api->>client: x',
    '--x',
    '+',
    '-',
  ],
  ...['#35;', '#lt;', '&lt;', '&amp;amp;', '$$x^2$$', 'wrap: x', 'nowrap: x', ':wrap: x', '`x`'],
  ...[
    'a\nb',
    'a\r\nb',
    'a\u2028b',
    'a; b',
    'naïve',
    '支付',
    '👩‍💻',
    'שלום',
    '\u202eabc',
    '<br>',
    '<br/>',
  ],
  ...['%%{init: {}}%%', '%% a comment', 'accTitle: x', 'as x', 'participant x', 'constructor'],
];

const labels = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' ').trim())
  .filter((text) => text !== '');

/** What a reader should see of it: line breaks are spaces, and space around it is none. */
const shown = (label: string): string => label.replaceAll(/[\r\n\u2028\u2029]+/g, ' ').trim();

/** The diagram of one arrow and a note with this label, between participants called so. */
function source(label: string): string {
  const { processes, ...cast } = catalogue[0]?.cast({ key: 'none', retries: 0 }) ?? {
    processes: [],
  };
  const beat: Beat = {
    ...{ index: 0, atMs: 0, tone: 'calm', activity: [], crash: null, sentence: '' },
    arrow: { from: 'client', to: 'api-a', style: 'request', text: label },
    notes: [{ over: ['client', 'api-a'], text: label, tone: 'calm' }],
  };
  const named = processes.map((process) => ({ ...process, label }));
  return toSequenceDiagram([beat], {
    ...{ tickMs: 1, links: [], openings: [], ...cast },
    processes: named,
  }).source;
}

interface Parsed {
  readonly getMessages: () => readonly { readonly message: string }[];
  readonly getActors: () => ReadonlyMap<string, { readonly description: string }>;
}

/** What a label should be read as, in each of the places where it stands. */
const labelled = (label: string) => ({
  messages: [`1 · ${shown(label)}`, shown(label)],
  actor: shown(label),
});

/** What Mermaid has read there. */
async function drawn(text: string) {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else shows what was read
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const parsed = db as unknown as Parsed;
  return {
    // Where a label is broken in two there was a space.
    messages: parsed
      .getMessages()
      .map(({ message }) => decoded(message.replaceAll('<br/>', ' ')).trim()),
    actor: decoded(parsed.getActors().get('api-a')?.description ?? '').trim(),
  };
}

/** Mermaid keeps character codes as `ﬂ°°35¶ß` until it draws. */
const decoded = (text: string): string =>
  text.replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)));
