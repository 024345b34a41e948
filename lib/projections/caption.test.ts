import { describe, expect, it } from 'vitest';

import type { Directive, Script } from '@/lib/engine/directive';
import { type Caption, captionsOf } from '@/lib/projections/caption';
import { told } from '@/lib/projections/toy-telling';

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

describe('a caption is recognised by its words, kind or directive, and', () => {
  const { beats, trace } = told({}, [{ kind: 'lose', from: 'shop', to: 'asker', nth: 1 }]);
  const shown = (at: string, settings?: Record<string, string>) =>
    captionsOf(beats, trace, [{ at, text: 'Here.', ...(settings ? { settings } : {}) }], {
      key: 'none',
    }).flatMap((text, index) => (text === 'Here.' ? [index] : []));

  it('stands over the steps that its words are in, whatever their case', () => {
    expect(shown('LOST: work.answered')).toEqual(
      trace.flatMap(({ kind, index }) => (kind === 'lost' ? [index] : [])),
    );
  });

  it('stands over the steps of its kind or of its directive', () => {
    expect(shown('kind:lost')).toEqual(shown('lost: work.answered'));
    expect(shown('lose.shop-asker.1')).toEqual(shown('kind:lost'));
    expect(shown('lose.shop-asker.2')).toEqual([]);
  });

  it('stands there only under its settings', () => {
    expect(shown('kind:lost', { key: 'none' })).toHaveLength(1);
    expect(shown('kind:lost', { key: 'some' })).toEqual([]);
  });

  it('gives way to the transcript where there is none', () => {
    expect(captionsOf(beats, trace, [], {})).toEqual(beats.map(({ sentence }) => sentence));
  });

  it('gives way at the last step to what the run came to, if that is said', () => {
    const sentences = beats.map(({ sentence }) => sentence);
    expect(captionsOf(beats, trace, [], {}, 'So it was.')).toEqual([
      ...sentences.slice(0, -1),
      'So it was.',
    ]);
    const last = [{ at: sentences.at(-1) ?? '', text: 'Mine.' }];
    expect(captionsOf(beats, trace, last, {}, 'So it was.').at(-1)).toBe('Mine.');
    expect(captionsOf([], [], [], {}, 'So it was.')).toEqual([]);
  });
});

// Helpers

const REQUEST_COPIED: Directive = { kind: 'duplicate', from: 'asker', to: 'shop', nth: 1 };
const ANSWER = (kind: 'delay' | 'duplicate' | 'lose'): Directive => ({
  ...{ kind, from: 'shop', to: 'asker', nth: 1 },
});

function tell(script: Script) {
  const { beats, trace } = told({}, script);
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
