import { describe, expect, it } from 'vitest';

import { toBeats } from '@/lib/projections/beats';
import { captionsOf } from '@/lib/projections/caption';
import { statesAt } from '@/lib/projections/states';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScriptText, playScenario, readScript } from '@/lib/scenario/play';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';

// Words that would be false where a knob stands elsewhere, or after another script.
describe('what is said holds where knobs stand', () => {
  it('memory-store: with one process there is nothing to choose', () => {
    const retries = (instances: string) => said('memory-store', { instances }).join(' ');
    expect(retries('2')).toContain('Which process gets it, it can’t choose.');
    expect(retries('1')).not.toMatch(/which process/i);
    expect(retries('1')).toContain('one process');
  });

  it('store-loss: throws away keys only if it has any', () => {
    const lost = said('store-loss', { loss: 'eviction' });
    const late = said('store-loss', { loss: 'eviction' }, 'delay.client-api.1');
    expect(lost.join(' ')).toContain('throws away every key that it has');
    expect(late.join(' ')).not.toMatch(/throws away/);
    expect(late.join(' ')).toContain('no key yet that the store could throw away');
  });

  it('idempotent-producer: does not ask what became of a record that was not sent', () => {
    const turned = { idempotence: 'on', resend: 'by-application' };
    const unnumbered = said('idempotent-producer', turned, 'lose.log-producer.1').join(' ');
    expect(unnumbered).not.toContain('doesn’t know');
    expect(unnumbered).toContain('No record has been sent yet.');
    expect(said('idempotent-producer', turned).join(' ')).toContain('doesn’t know');
    const off = said('idempotent-producer', { ...turned, idempotence: 'off' });
    expect(off.join(' ')).toContain('doesn’t know');
  });

  it('transactional-log: has a marker whoever reads, and billing waits only if it is told to', () => {
    const marked = (turned: Turned) =>
      said('transactional-log', turned).filter((text) => text.includes('A marker'));
    const inside = { offsets: 'inside' };
    const all = 'A marker stands in the log: the record counts, and the offset with it.';
    expect(marked({ ...inside, isolation: 'committed' })).toEqual([all]);
    expect(marked({ ...inside, isolation: 'uncommitted' })).toEqual([
      `${all} Billing does not wait for that.`,
    ]);
    const outside = { ...inside, isolation: 'uncommitted', effect: 'external' };
    expect(new Set(marked(outside))).toEqual(new Set([all]));
    for (const text of marked({ offsets: 'outside' })) expect(text).toMatch(/is not said yet\.$/);
  });

  it('visibility-timeout: quick work is not too late', () => {
    expect(code('visibility-timeout', {}).remark).toContain('too late');
    expect(code('visibility-timeout', { work: 'quick' }).remark).not.toContain('too late');
  });

  it('visibility-timeout: tells when the queue puts the message aside', () => {
    const script =
      'wait.2~fire.queue.1~wait.2~fire.queue.2~wait.2~fire.queue.3~crash.consumer.7~lose.queue-consumer.5';
    const waits = said('visibility-timeout', {}, script).filter((text) => /queue/i.test(text));
    expect(waits.at(-1)).toBe(
      'The queue has heard of no end and has tried often enough. It puts the message aside.',
    );
    expect(waits.filter((text) => text.includes('busy from dead'))).toHaveLength(4);
  });

  it.each([1, 2, 3, 4].flatMap((attempts) => [2, 3, 4].map((layers) => ({ attempts, layers }))))(
    'retry-storm: with $attempts attempts and $layers layers, of those who are there and call again',
    (counts) => {
      const present = scenarioBySlug('retry-storm')
        ?.cast({ ...settingsOf('retry-storm', counts) })
        .processes.map(({ id }) => id);
      for (const retryAt of ['every-hop', 'edge-only']) {
        const { remark, samples } = code('retry-storm', {
          ...{ ...counts, retryAt, backoff: 'exponential' },
        });
        const text = [remark, ...samples.map((sample) => sample.text)].join('\n');
        for (const name of text.match(/\b(gateway|order|payment)\b/g) ?? [])
          expect(present).toContain(name);
        const again = /sleep|multiply|calls again|One place retries/.exec(
          text.replace('nobody calls again', ''),
        );
        if (counts.attempts === 1) expect(again).toBeNull();
        else expect(again).not.toBeNull();
      }
    },
  );

  it('a question says no number that a knob can turn', () => {
    for (const { knobs, question } of catalogue) {
      if (Object.values(knobs).every(({ kind }) => kind !== 'count')) continue;
      expect(question).not.toMatch(/\b(tries|arrives|comes) (\w+ )?(twice|two|three|four)\b/);
    }
  });
});

describe('what is shown as kept', () => {
  const SCRIPTS = [
    ...['', 'lose.order-client.1', 'crash.printer.0', 'crash.printer.0~lose.order-client.1'],
    ...['delay.client-order.1~crash.printer.0', 'crash.order.5', 'crash.printer.0~crash.order.9'],
  ];

  it.each(someSettings(scenarioOf('checkout-saga')))(
    'checkout-saga: answers “as before” are those of keys in the tables, %j',
    (settings) => {
      const repeats = SCRIPTS.flatMap((script) => repeatsIn('checkout-saga', settings, script));
      for (const { said, kept } of repeats) expect(said).toBe(kept);
      const isKept = repeats.some(({ kept }) => kept !== null);
      expect(isKept).toBe(settings['steps'] === 'keyed');
    },
  );

  it('checkout-saga: a key keeps its step’s answer after the step was undone', () => {
    const turned = { steps: 'keyed', compensation: 'idempotent' };
    expect(keptAtEnd('checkout-saga', turned, 'crash.printer.0')).toEqual([
      {
        payment: [
          ['key-A/payment', 'done'],
          ['key-A/payment/undo', 'undone'],
        ],
      },
      {
        inventory: [
          ['key-A/inventory', 'done'],
          ['key-A/inventory/undo', 'undone'],
        ],
      },
      { shipping: [['key-A/shipping', 'refused']] },
    ]);
    const naive = keptAtEnd(
      'checkout-saga',
      { ...turned, compensation: 'naive' },
      'crash.printer.0',
    );
    expect(naive[0]).toEqual({ payment: [['key-A/payment', 'done']] });
    const unkeyed = keptAtEnd('checkout-saga', { ...turned, steps: 'unkeyed' }, 'crash.printer.0');
    expect(unkeyed).toEqual([{ payment: [] }, { inventory: [] }, { shipping: [] }]);
  });
});

describe('what a knob says of itself', () => {
  it('holds of it alone, or names the other', () => {
    expect(helpOf('check-then-act', 'instances')).toContain('With “look, then save” one process');
    expect(helpOf('transactional-log', 'isolation')).toContain('Needs the charge as a record');
    expect(JSON.stringify(scenarioBySlug('set-or-increment')?.knobs)).not.toMatch(/balance = \d/);
  });
});

// Helpers

type Turned = Readonly<Record<string, string | number>>;

function scenarioOf(slug: string) {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`there is no scenario "${slug}"`);
  return scenario;
}

const settingsOf = (slug: string, turned: Turned) => ({
  ...initialSettings(scenarioOf(slug).knobs),
  ...turned,
});

const code = (slug: string, turned: Turned) => scenarioOf(slug).code(settingsOf(slug, turned));

const helpOf = (slug: string, knob: string) => scenarioOf(slug).knobs[knob]?.help;

const playOf = (slug: string, turned: Turned, script: string) => {
  const scenario = scenarioOf(slug);
  const settings = settingsOf(slug, turned);
  return playScenario(scenario, settings, readScript(scenario, settings, script).script);
};

/** For every request with a key: the answer that it got, if it is one as before, and the one that the table had. */
function repeatsIn(slug: string, turned: Turned, script: string) {
  const { run, cast, scenario } = playOf(slug, turned, script);
  return run.trace.flatMap(({ index, kind, actor, envelope, sent }) => {
    const message = envelope?.message as { readonly key?: string | null } | undefined;
    const [reply] = sent;
    const machine = cast.processes
      .flatMap(({ actors }) => actors)
      .find(({ id }) => id === actor)?.machine;
    if (machine?.id !== 'saga-step' || kind !== 'delivered' || !reply || !message) return [];
    const said = /^(.*), as before$/.exec(scenario.wording.message(reply.message))?.[1] ?? null;
    const context = statesAt(run, index)[actor ?? '']?.context;
    const rows = scenario.wording.tables(machine.id, context).flatMap((table) => table.rows);
    return [{ said, kept: rows.find(([key]) => key === message.key)?.[1] ?? null }];
  });
}

/** The rows of everybody who keeps something, when all is over. */
function keptAtEnd(slug: string, turned: Turned, script: string) {
  const { run, cast, scenario } = playOf(slug, turned, script);
  const states = statesAt(run, run.trace.length);
  return cast.processes.flatMap(({ label, actors }) =>
    actors.flatMap(({ id, machine }) =>
      scenario.wording
        .tables(machine.id, states[id]?.context)
        .map(({ rows }) => ({ [label]: rows })),
    ),
  );
}

/** What stands above the diagram, step by step; under the scenario's own script if none is given. */
function said(slug: string, turned: Turned, script?: string): readonly string[] {
  const scenario = scenarioOf(slug);
  const settings = settingsOf(slug, turned);
  const text = script ?? ownScriptText(scenario, settings);
  const played = playScenario(scenario, settings, readScript(scenario, settings, text).script);
  const { run, cast } = played;
  const beats = toBeats(run.trace, { ...scenario, cast });
  return captionsOf(beats, run.trace, scenario.captions, settings);
}
