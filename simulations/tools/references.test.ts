import { describe, expect, it } from 'vitest';

import { formatScript } from '@/lib/engine/directive';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { toBeats } from '@/lib/projections/beats';
import { ownScriptText } from '@/lib/scenario/play';
import { catalogue } from '@/simulations/catalogue';
import { played } from '@/simulations/concepts/plays';
import { references } from '@/simulations/tools/references';
import type { ScenarioReference } from '@/simulations/tools/scenario-reference';

/** What each text promises: the outcomes of its run, and words that are said in it, in this order. */
const PROMISES: Readonly<Record<string, readonly [string, ...RegExp[]]>> = {
  'Set it twice: the same state': ['', /PUT/, /PUT .* again/],
  'Add twice: not the same state': ['duplicate', /again/],
  'A late PUT is refused': ['', /PUT .*late/, /412/],
  'The same in HTTP: a late write is refused': ['', /PUT .*late/, /412/],
  'A late PUT undoes a newer one': ['lost', /PUT .*late/, /newer change is undone/],
  'One wins the row, the other sees 0 rows': ['', / 1 row/, / 0 rows/],
  'Read, then write: both win': ['duplicate', /Charged again/],
  'The second insert is refused, and answered with the first row': ['', / 0 rows/, /201/],
  'Without it there are two': ['duplicate', /again/],
  'A crash leaves both or neither': ['', /crashes/],
  'Recorded afterwards: a crash in between is a duplicate': ['duplicate', /crashes/],
  'Looked for first and saved then: two at once both run': ['duplicate'],
  'A crash after the charge, and one charge': ['', /Card charged/],
  'Without a key for the provider it charges again': ['duplicate', /crashes/, /Charged again/],
  'A claim without a lease is stuck': ['stuck', /crashes/],
  'Sent at least once, done once': ['', /crashes/],
  'Two writes without it: a crash loses the message': ['lost', /crashes/],
  'One mail, whatever crashes': ['', /crashes/],
  'Sent on the spot: twice, or for nothing': ['duplicate', /Mailed again/],
  'Somebody retries it all, and nothing is done twice': ['', /again/, /undone, as before/],
  'Refunded twice': ['duplicate', /Refunded again/],
  'A retry of the whole, each thing is done once': ['', /again/, /charged before/],
  'One key for two purposes: one is swallowed': ['swallowed'],
  'The acknowledgement is lost, the work is done once': ['', /Lost: acknowledge/, /again/],
  'Without it the parcel is shipped twice': ['duplicate', /Shipped again/],
  'Marked first: a crash loses the work': ['lost', /crashes/],
  'A crash at any point, one output': ['', /crashes/],
  'A charge is no part of the transaction': ['duplicate', /crashes/, /Charged again/],
  'Two subscriptions, one action': ['', /hook-1/, /hook-2/],
  'By the webhook’s id: two actions': ['duplicate'],
  'A late, stale event writes over the newer one': ['lost', /An older state writes over it/],
  'With versions it is passed over': ['', /event-1, hook-1, again/, / 0 rows/],
  'The reply is lost, the retry is answered from memory': ['', /Lost: 201/, /from memory/],
  'A new key for each attempt: charged again': ['duplicate', /Charged again/],
  'One for each purchase': ['', /from memory/],
  'Deleted three times': ['', /DELETE/, /DELETE .* again/, /DELETE .* again/],
  'What happens without asking': ['duplicate', /Charged again/],
  'Why the caller can’t know by itself': ['duplicate', /Lost: 201/],
  'Marked first: may never happen': ['lost'],
  'Marked afterwards: may happen twice': ['duplicate', /Shipped again/],
  'A charge without a key': ['duplicate', /Charged again/],
  'A timestamp for a key: charged twice': ['duplicate', /Charged again/],
  'Two customers, one millisecond, one key': ['swallowed'],
  'Two customers draw the same six characters': ['swallowed'],
  'The retry comes after the key was forgotten': ['duplicate'],
  'A dead letter is put back after the inbox has forgotten it': ['duplicate'],
  'A store that forgets early': ['duplicate', /again/],
  'Every hop retries, and the calls multiply': ['duplicate', /Booked again/],
  'A proxy retries by itself': ['duplicate', /Proxy: tries again by itself/],
  'What a retry does without a key': ['duplicate', /again/],
};

it('each promise is one of a reference', () => {
  expect(new Set(Object.keys(PROMISES))).toEqual(new Set(references.map(({ shows }) => shows)));
});

describe.each(references)('$slug, $shows', (reference) => {
  const { outcomes, sentences, unapplied, written, text } = shownBy(reference);

  it('has a script that can be read, and all of it applies', () => {
    expect(written).toBe(text);
    expect(unapplied).toEqual([]);
  });

  it('shows what it says', () => {
    const [promised = '', ...words] = PROMISES[reference.shows] ?? [];
    if (promised === '') expect(outcomes).toEqual([]);
    else expect(outcomes).toContain(promised);
    const said = words.reduce<readonly string[] | null>((left, word) => {
      const at = left?.findIndex((sentence) => word.test(sentence)) ?? -1;
      return at < 0 ? null : (left?.slice(at + 1) ?? null);
    }, sentences);
    expect(said, sentences.join('\n')).not.toBeNull();
  });
});

// Helpers

function shownBy(reference: ScenarioReference) {
  const known = catalogue.find((each) => each.slug === reference.slug);
  if (!known) throw new Error(`There is no ${reference.slug}`);
  const { scenario, settings, script, run, cast, judgement } = played(known, reference);
  return {
    text: reference.script ?? ownScriptText(known, settings),
    ...{ written: formatScript(script), unapplied: run.unapplied },
    outcomes: OUTCOMES.filter((name) => judgement.outcomes[name].present),
    sentences: toBeats(run.trace, { ...scenario, cast }).map(({ sentence }) => sentence),
  };
}
