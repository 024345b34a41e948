import { describe, expect, it } from 'vitest';

import type { Directive, Script } from '@/lib/engine/directive';
import { run } from '@/lib/engine/run';
import { shop } from '@/lib/engine/toy-casts';
import { toBeats } from '@/lib/projections/beats';
import { type Caption, captionsOf } from '@/lib/projections/caption';
import type { Wording } from '@/lib/projections/wording';

describe('a caption', () => {
  it('stands over a message that came and was heeded, and over no other', () => {
    const told = tell([REQUEST_COPIED, ANSWER('delay')]);
    expect(told.sentencesWith({ at: 'work.asked' })).toEqual(['Asker to shop-a: work.asked.']);
    expect(told.sentencesWith({ at: 'work.answered' })).toEqual([
      'Shop-a answers asker: work.answered.',
    ]);
  });

  it('stands over what was lost, copied, held back or unheard if it says so', () => {
    expect(tell([ANSWER('lose')]).sentencesWith({ at: 'lost: work.answered' })).toHaveLength(1);
    const told = tell([REQUEST_COPIED, ANSWER('delay')]);
    expect(told.sentencesWith({ at: 'Is copied' })).toEqual([
      'Work.asked, from asker to shop-a, is copied.',
    ]);
    expect(told.sentencesWith({ at: 'to asker, is held back' })).toEqual([
      'Work.answered, from shop-a to asker, is held back.',
    ]);
    expect(told.sentencesWith({ at: 'work.asked, a copy' })).toEqual([
      'Asker to shop-a: work.asked, a copy.',
    ]);
    expect(told.sentencesWith({ at: 'late, unheard' })).toEqual([
      'Shop-a answers asker: work.answered, late, unheard.',
    ]);
  });

  it('knows these by their kind or directive as well, but not what came: that may be unheard', () => {
    const told = tell([ANSWER('delay')]);
    expect(told.sentencesWith({ at: 'kind:delayed' })).toHaveLength(1);
    expect(told.sentencesWith({ at: 'delay.shop-asker.1' })).toHaveLength(1);
    expect(told.sentencesWith({ at: 'kind:delivered' })).toEqual([]);
    expect(told.sentencesWith({ at: 'deliver.shop-asker.1' })).toEqual([]);
  });

  it('says nothing of the loss of one of two that say the same', () => {
    const told = tell([ANSWER('duplicate'), ANSWER('lose')]);
    expect(told.all).toContain('Lost: work.answered, from shop-a to asker.');
    expect(told.sentencesWith({ at: 'lost: work.answered' })).toEqual([]);
  });

  it('that asks for an earlier step stands only after one', () => {
    const told = tell([ANSWER('lose')]);
    const noted = { at: 'work.answered' };
    expect(told.sentencesWith(noted)).toHaveLength(1);
    expect(told.sentencesWith({ ...noted, after: 'Noted again' })).toHaveLength(1);
    expect(told.sentencesWith({ ...noted, after: 'crashes' })).toEqual([]);
    // Its own step is no earlier one, and neither is one that comes later.
    expect(told.sentencesWith({ at: 'noted again', after: 'noted again' })).toEqual([]);
    expect(told.sentencesWith({ at: 'no answer in time', after: 'noted again' })).toEqual([]);
  });

  it('takes for an earlier step what it would itself stand over', () => {
    const told = tell([ANSWER('lose')]);
    const later = { at: 'no answer in time' };
    expect(told.sentencesWith({ ...later, after: 'work.answered' })).toEqual([]);
    expect(told.sentencesWith({ ...later, after: 'Lost: work.answered' })).toHaveLength(1);
    expect(told.sentencesWith({ ...later, after: 'kind:lost' })).toHaveLength(1);
  });

  it('gives way to one before it that fits as well', () => {
    const { beats, trace } = tell([]);
    const both = captionsOf(
      beats,
      trace,
      [
        { at: 'noted', after: 'work 1 wanted', text: 'First.' },
        { at: 'noted', text: 'Second.' },
      ],
      {},
    );
    expect(both).toContain('First.');
    expect(both).not.toContain('Second.');
  });
});

// Helpers

const REQUEST_COPIED: Directive = { kind: 'duplicate', from: 'asker', to: 'shop', nth: 1 };
const ANSWER = (kind: 'delay' | 'duplicate' | 'lose'): Directive => ({
  ...{ kind, from: 'shop', to: 'asker', nth: 1 },
});

const wording: Wording = {
  message: ({ type }) => type,
  isReply: ({ type }) => type === 'work.answered' || type === 'note.kept',
  fact: ({ name }, again) => (name === 'note.written' ? (again ? 'noted again' : 'noted') : null),
  timer: (timer) => (timer.includes('patience') ? 'no answer in time' : 'done working'),
  tables: () => [],
};

const meant = {
  intents: [{ id: 'work-1', label: 'Work 1' }],
  effects: [{ fact: 'note.written', noun: 'notes', did: 'noted' }],
};

function tell(script: Script) {
  const cast = shop({ memory: false });
  const { trace } = run(cast, script);
  const beats = toBeats(trace, { cast, meant, wording });
  const all = beats.map(({ sentence }) => sentence);
  return {
    ...{ beats, trace, all },
    /** Over which sentences it stands. */
    sentencesWith: (caption: Omit<Caption, 'text'>): readonly string[] => {
      const shown = captionsOf(beats, trace, [{ ...caption, text: 'Here.' }], {});
      return all.filter((_, place) => shown[place] === 'Here.');
    },
  };
}
