import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { editor, type EditorInput, patientEditor } from '@/simulations/actors/editor';

describe('editor', () => {
  it('sends its request once, if that is answered', () => {
    const { hears, state } = wanting({ times: 3 });
    expect(hears(WANTED).sent).toMatchObject([{ method: 'PUT', value: 100, attempt: 1, copy: 1 }]);
    expect(hears(answer(1, 200)).facts).toMatchObject([{ name: 'answer.received', says: 'done' }]);
    expect(state()).toBe('answered');
  });

  it('once in doubt, sends the same until it has sent it so many times, whatever it hears', () => {
    const { hears, waits } = wanting({ times: 4 });
    hears(WANTED);
    const copy = { method: 'PUT', path: '/balance', value: 100 };
    expect(waits().sent).toMatchObject([{ ...copy, attempt: 2, copy: 2 }]);
    expect(hears(answer(2, 200)).sent).toMatchObject([{ ...copy, attempt: 3 }]);
    expect(waits().sent).toMatchObject([{ ...copy, attempt: 4 }]);
    expect(hears(answer(4, 200)).facts).toMatchObject([{ says: 'done' }]);
  });

  it('keeps what it has heard, even if the last copy is not answered or refused', () => {
    for (const end of ['silence', 'refusal']) {
      const { hears, waits } = wanting({ times: 3, ifMatch: true });
      hears(WANTED);
      waits();
      hears(answer(2, 200));
      const { facts } = end === 'silence' ? waits() : hears(answer(3, 412));
      expect(facts).toMatchObject([{ name: 'answer.received', says: 'done' }]);
    }
  });

  it('can’t know, if no copy is answered, or if a copy is refused that an earlier one may have caused', () => {
    const silent = wanting({ times: 1 });
    silent.hears(WANTED);
    expect(silent.waits().facts).toMatchObject([{ name: 'client.gave-up' }]);
    expect(silent.hears({ type: 'retry.wanted' }).sent).toMatchObject([{ attempt: 2 }]);

    const refused = wanting({ times: 2, ifMatch: true });
    refused.hears(WANTED);
    refused.waits();
    expect(refused.hears(answer(2, 412)).facts).toMatchObject([{ name: 'client.gave-up' }]);
  });

  it('has failed, if its first and only copy is refused', () => {
    const { hears } = wanting({ times: 3, ifMatch: true });
    hears(WANTED);
    expect(hears(answer(1, 412)).facts).toMatchObject([{ says: 'failed' }]);
  });

  it('takes 404 for success, if it wanted the thing gone', () => {
    const heard = (method: string) => {
      const { hears } = wanting({ method });
      hears(WANTED);
      return hears(answer(1, 404)).facts;
    };
    expect(heard('DELETE')).toMatchObject([{ says: 'done' }]);
    expect(heard('PUT')).toMatchObject([{ says: 'failed' }]);
  });

  it('reads first, if it is to, and says what it read', () => {
    const { hears } = wanting({
      ...{ reads: '/balance', wants: { sumOf: 'balance' }, ifMatch: true, times: 2 },
    });
    expect(hears(WANTED).sent).toMatchObject([{ method: 'GET', path: '/balance', attempt: -1 }]);
    expect(hears(found(-2)).sent).toEqual([]);
    expect(hears(found(-1)).sent).toMatchObject([
      { method: 'PUT', value: 600, ifMatch: { id: 1, balance: 500 }, knows: ['B'], attempt: 1 },
    ]);
  });

  it('has failed, if it could not even read', () => {
    const { hears, waits } = wanting({ reads: '/balance' });
    hears(WANTED);
    expect(waits().facts).toMatchObject([{ name: 'answer.received', says: 'failed' }]);
    expect(hears({ type: 'retry.wanted' }).sent).toMatchObject([{ method: 'GET', attempt: -2 }]);
  });

  it('waits as long as it takes, if it is patient', () => {
    const { hears, timers } = actor(patientEditor, { ...INPUT, reads: '/balance' });
    hears(WANTED);
    expect(timers()).toEqual([]);
    hears(found(-1));
    expect(timers()).toEqual([]);
    expect(hears(answer(1, 412)).facts).toMatchObject([{ says: 'failed' }]);
  });

  it('learns something, if it only asks: once, when it has the answer', () => {
    const { hears, waits } = wanting({ method: 'GET', learns: 'effect.had', times: 2 });
    hears(WANTED);
    expect(waits().facts).toEqual([]);
    expect(hears(answer(2, 200)).facts.map(({ name }) => name)).toEqual([
      'answer.received',
      'effect.had',
    ]);
  });
});

// Helpers

const WANTED = { type: 'purchase.wanted', amount: 100 };
const answer = (attempt: number, status: number) => ({
  ...{ type: 'response.sent', attempt, status, body: null, replayed: false },
});
const found = (attempt: number) => ({
  ...answer(attempt, 200),
  ...{ found: { id: 1, balance: 500 }, history: ['B'] },
});

const INPUT = {
  ...{ server: 'api', method: 'PUT', path: '/balance', wants: 'amount', reads: null },
  ...{ ifMatch: false, times: 2, timeoutTicks: 5, learns: null },
};

const wanting = (input: Partial<EditorInput>) => actor(editor, { ...INPUT, ...input });
