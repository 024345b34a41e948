import { describe, expect, it } from 'vitest';

import { toBeats } from '@/lib/projections/beats';
import { captionsOf } from '@/lib/projections/caption';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScriptText, playScenario, readScript } from '@/lib/scenario/play';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';

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
