import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

import { describe, expect, it } from 'vitest';

import { OUTCOMES } from '@/lib/outcomes/outcome';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScriptText } from '@/lib/scenario/play';
import { toyScenario } from '@/lib/scenario/toy-scenario';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';

import { checkClaims, type ClaimRow, claimsText, mergeParts, statusOf } from './claims.ts';
import { lab } from './in-test.ts';

describe('lab list', () => {
  it('names every scenario in teaching order, a line each', () => {
    const { status, out } = lab('list');
    expect(status).toBe(0);
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(
      catalogue.map(({ slug }) => slug),
    );
  });

  it('gives the same as data', () => {
    const rows = JSON.parse(lab('list', '--json').out) as Record<string, unknown>[];
    expect(rows.map(({ slug }) => slug)).toEqual(catalogue.map(({ slug }) => slug));
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        ...['slug', 'stage', 'title', 'question', 'knobs', 'script', 'bounds'],
      ]);
    }
  });

  it('can be run from a shell', { timeout: 60_000 }, () => {
    const { status, stdout } = spawnSync('npm', ['run', '-s', 'lab', '--', 'list', '--json'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveLength(catalogue.length);
  });

  it('ends in silence when nobody reads on', { timeout: 60_000 }, async () => {
    const child = spawn('npx', ['tsx', 'scripts/lab.ts', 'list']);
    // Long before it has started, so that no line finds a reader.
    child.stdout.destroy();
    let complaints = '';
    child.stderr.on('data', (text) => (complaints += String(text)));
    const [status] = (await once(child, 'close')) as [number];
    expect(complaints).toBe('');
    expect(status).toBe(0);
  });
});

describe('lab run', () => {
  it('tells a run in sentences', () => {
    expect(lab('run', 'lost-response').out).toMatchInlineSnapshot(`
      "The charge went through, its reply got lost. What happens when the client tries again?
      settings: key=none retries=2 story=shop
      script:   lose.api-client.1

        1       0 ms  Purchase A wanted: the customer asks the client.
        2     200 ms  Client to api: POST /charges 100.
        3     400 ms  Api to card provider: charge 100. Card charged, purchase A.
        4     600 ms  Card provider answers api: charged.
        5     600 ms  Lost: 201 Created, from api to client.
        6   1,000 ms  Client: no answer in time.
        7   1,200 ms  Client to api: POST /charges 100, again.
        8   1,400 ms  Api to card provider: charge 100. Charged again, purchase A.
        9   1,600 ms  Card provider answers api: charged.
       10   1,800 ms  Api answers client: 201 Created.

      Purchase A: expected 1, actual 2; reported done
      duplicate: Purchase A was charged at step 3 and again at step 8."
    `);
  });

  it('turns knobs, the last turn counting', () => {
    const sets = ['--set', 'key=none', '--set=key=per-intent', '--set', 'retries=0'];
    const { settings } = json('run', 'lost-response', ...sets, '--format', 'json');
    expect(settings).toEqual({ key: 'per-intent', retries: 0, story: 'shop' });
  });

  it.each(catalogue)('gives a run of $slug as data', (scenario) => {
    const { slug, meant, knobs } = scenario;
    const script = ownScriptText(scenario, initialSettings(knobs));
    const run = json('run', slug, '--format', 'json');
    expect(Object.keys(run.outcomes)).toEqual([...OUTCOMES]);
    for (const { present, evidence } of Object.values(run.outcomes)) {
      expect(typeof present).toBe('boolean');
      for (const index of evidence) expect(run.trace[index]).toBeDefined();
    }
    expect(OUTCOMES.some((name) => run.outcomes[name]?.present)).toBe(true);
    expect(run.intents.map(({ id }) => id)).toEqual(meant.intents.map(({ id }) => id));
    for (const intent of run.intents) {
      expect(Object.keys(intent)).toEqual(['id', 'expected', 'actual', 'told']);
    }
    expect(run).toMatchObject({ slug, script, ending: 'quiescent', unapplied: [] });
    const directives = script === '' ? [] : script.split('~');
    expect(run.trace.filter(({ scripted }) => scripted)).toHaveLength(directives.length);
    for (const [index, entry] of run.trace.entries()) expect(entry).toMatchObject({ index });
  });

  it.each(catalogue)('draws a run of $slug', ({ slug }) => {
    const { status, out } = lab('run', slug, '--format=mermaid');
    expect(status).toBe(0);
    expect(out).toMatch(/^sequenceDiagram\n {2}participant /);
  });

  it('plays another script, or none', () => {
    const lost = json('run', 'lost-response', '--script', 'lose.client-api.1', '--format', 'json');
    expect(lost.trace[1]).toMatchObject({ kind: 'lost', directive: 'lose.client-api.1' });
    const calm = json('run', 'lost-response', '--script', '', '--format', 'json');
    expect(calm.trace.some(({ scripted }) => scripted)).toBe(false);
  });

  it('says which directives never applied', () => {
    const words = ['run', 'lost-response', '--script', 'lose.api-client.9~wait.1'];
    expect(json(...words, '--format', 'json').unapplied).toEqual(['lose.api-client.9', 'wait.1']);
    expect(lab(...words).out).toContain('never applied: lose.api-client.9');
  });
});

describe('lab claims', { timeout: 120_000 }, () => {
  // That all hold is for the catalogue’s own tests to see.
  it('finds that every claim of some scenarios holds', () => {
    const { status, out } = lab('claims', 'redelivery', 'lost-response', '--json');
    expect(status).toBe(0);
    const rows = JSON.parse(out) as readonly ClaimRow[];
    expect(rows).toHaveLength(claimsOf('lost-response').length + claimsOf('redelivery').length);
    expect(rows.filter(({ result }) => result !== 'holds')).toEqual([]);
    expect(rows.some(({ over }) => over === 'forAll')).toBe(true);
  });

  it('says the same in lines, a share at a time', () => {
    const { status, out } = lab('claims', 'lost-response', '--part', '1/2');
    expect(status).toBe(0);
    expect(out).toMatch(/^holds {2}lost-response {8}run key=none → duplicate$/m);
    expect(out).not.toMatch(/^fails/m);
  });

  it('says what a claim is about, and what there was where it fails', () => {
    const wrong = [
      { when: {}, over: 'run', script: '', then: 'lost' },
      { when: {}, over: 'forAll', bounds: { retries: 0 }, then: 'duplicate' },
    ] as const;
    const rows = checkClaims([{ ...toyScenario, claims: wrong }], { index: 1, of: 1 });
    expect(statusOf(rows)).toBe(1);
    const [run, foundInRun, forAll, foundInAll] = claimsText(rows).split('\n');
    expect(run).toBe('fails  toy                  run (initial settings) on a calm day → lost');
    expect(foundInRun).toBe(
      '       found none of the five; Work 1: expected 1, actual 1, told done',
    );
    expect(forAll).toMatch(
      /^fails {2}toy +forAll \(initial settings\) within retries=0 → duplicate$/,
    );
    expect(foundInAll).toMatch(
      /^ +found none of the five; all of it: \d+ states, but for what comes after more retries$/,
    );
  });

  it('puts shares together in the order of the catalogue', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((slug): ClaimRow => ({
      slug,
      when: {},
      over: 'run',
      then: 'safe',
      result: 'holds',
    }));
    const share = (index: number) => rows.filter((_, place) => place % 2 === index);
    expect(mergeParts([share(0), share(1)])).toEqual(rows);
  });
});

describe('lab map', () => {
  // The whole of it takes minutes, and is made when the site is built.
  it('says what each set of defences lets each fault do', () => {
    const { status, out } = lab('map', 'redelivery', 'crash-window');
    expect(status).toBe(0);
    const [head, ...lines] = out.split('\n');
    expect(head).toMatch(/^ +lost request +lost reply +doubled message +crash +slow back end/);
    const row = lines[lines.indexOf('crash-window') + 1];
    expect(row).toMatch(
      /^ {2}record=after +none in [\d,]+ +none in [\d,]+ +duplicate +duplicate +- +dup/,
    );
  });

  it('gives the same as data, with what shows each outcome', () => {
    const rows = JSON.parse(lab('map', 'lost-response', 'redelivery', '--json').out) as Record<
      string,
      unknown
    >[];
    expect(rows[0]).toMatchObject({
      ...{
        slug: 'lost-response',
        stage: 'http-api',
        settings: { key: 'none', retries: 2, story: 'shop' },
      },
      verdicts: {
        lostRequest: { outcomes: {}, complete: true },
        lostReply: { outcomes: { duplicate: 'lose.api-client.1' }, complete: true },
      },
    });
    expect(rows.at(-1)).toMatchObject({ slug: 'redelivery', verdicts: { slow: null } });
  });
});

// Helpers

const claimsOf = (slug: string) => scenarioBySlug(slug)?.claims ?? [];

interface RunJson {
  readonly settings: unknown;
  readonly outcomes: Readonly<Record<string, { present: boolean; evidence: readonly number[] }>>;
  readonly intents: readonly { readonly id: string }[];
  readonly unapplied: readonly string[];
  readonly trace: readonly { kind: string; directive: string; scripted: boolean }[];
}

const json = (...words: string[]): RunJson => JSON.parse(lab(...words).out) as RunJson;
