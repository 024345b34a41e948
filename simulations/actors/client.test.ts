import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { client, type ClientInput } from '@/simulations/actors/client';

describe('client', () => {
  it('sends what is wanted, and tells the customer what it is answered', () => {
    const { hears, state } = aClient();
    expect(hears(WANTED).sent).toMatchObject([
      { to: 'api-a', type: 'request.sent', amount: 100, attempt: 1, key: 'key-A', intent: 'A' },
    ]);
    const { facts } = hears(answer(1, 201, 'ch-1'));
    expect(facts).toMatchObject([
      { name: 'answer.received', intent: 'A', says: 'done', body: 'ch-1' },
    ]);
    expect(state()).toBe('answered');
  });

  it('DOMAIN 14.7: sends the same key with every attempt at a purchase, and none if it makes none', () => {
    const keyed = aClient();
    const first = keyed.hears(WANTED).sent[0];
    const second = keyed.waits().sent[0];
    expect([first?.['key'], second?.['key']]).toEqual(['key-A', 'key-A']);

    const keyless = aClient({ key: 'none' });
    expect(keyless.hears(WANTED).sent[0]?.['key']).toBeNull();
    expect(keyless.waits().sent[0]?.['key']).toBeNull();
  });

  it('takes its servers in turn', () => {
    const { hears, waits } = aClient({ retries: 3 });
    const servers = [hears(WANTED), waits(), waits(), waits()].map(({ sent }) => sent[0]?.to);
    expect(servers).toEqual(['api-a', 'api-b', 'api-a', 'api-b']);
  });

  it.each([0, 1, 2, 5])('tries %i times again, and then admits that it can’t know', (retries) => {
    const { hears, waits, state } = aClient({ retries });
    hears(WANTED);
    for (let retry = 1; retry <= retries; retry += 1) {
      expect(waits().sent).toMatchObject([{ attempt: retry + 1 }]);
    }
    const { sent, facts } = waits();
    expect(sent).toEqual([]);
    expect(facts).toEqual([{ name: 'client.gave-up', intent: 'A' }]);
    expect(state()).toBe('gaveUp');
  });

  it('does not hear an answer to an attempt that it has given up on', () => {
    const { hears, waits, state } = aClient();
    hears(WANTED);
    waits();
    expect(hears(answer(1, 201)).handled).toBe(false);
    expect(state()).toBe('awaitingReply');
    expect(hears(answer(2, 201)).facts).toMatchObject([{ says: 'done' }]);
    expect(hears(answer(2, 201)).handled).toBe(false);
  });

  it.each([409, 500, 503])('DOMAIN 1.10, 14.4: comes back later when it is told %i', (status) => {
    const { hears, waits, state, timers } = aClient();
    hears(WANTED);
    expect(hears(answer(1, status)).facts).toEqual([]);
    expect(state()).toBe('backingOff');
    expect(timers()).toEqual([2]);
    expect(waits().sent).toMatchObject([{ attempt: 2 }]);
  });

  it('can’t know what happened if it is told to come back once more than it does', () => {
    const { hears } = aClient({ retries: 0 });
    hears(WANTED);
    expect(hears(answer(1, 409)).facts).toMatchObject([{ name: 'client.gave-up' }]);
  });

  it.each([400, 402, 422])(
    'DOMAIN 14.4: tells the customer that it failed when it is told %i',
    (status) => {
      const { hears } = aClient();
      hears(WANTED);
      expect(hears(answer(1, status)).facts).toMatchObject([{ says: 'failed', status }]);
    },
  );

  it('makes one attempt more for a patient customer, with the same key', () => {
    const { hears, waits } = aClient({ retries: 0 });
    hears(WANTED);
    waits();
    expect(hears({ type: 'retry.wanted' }).sent).toMatchObject([{ attempt: 2, key: 'key-A' }]);
    expect(waits().facts).toMatchObject([{ name: 'client.gave-up' }]);
  });

  it('makes a key for each attempt, or reads it from the clock, if it is to', () => {
    const keysOf = (input: Partial<ClientInput>) => {
      const { hears, waits } = aClient(input);
      return [hears(WANTED), waits()].map(({ sent }) => sent[0]?.['key']);
    };
    expect(keysOf({ key: 'per-attempt' })).toEqual(['key-A-1', 'key-A-2']);
    const clock = { key: 'timestamp', givenKey: '12:00:0' } as const;
    expect(keysOf(clock)).toEqual(['12:00:00', '12:00:01']);
    expect(keysOf({ key: 'given', givenKey: 'page-1' })).toEqual(['page-1', 'page-1']);
  });

  it('takes the key of whoever presses the button, and shows the answer on its page', () => {
    const { hears, waits } = aClient({ key: 'given', page: 'client.page' });
    const pressed = { type: 'pay.pressed', amount: 100, key: 'form-1' };
    expect(hears(pressed).sent).toMatchObject([{ key: 'form-1' }]);
    expect(waits().sent).toMatchObject([{ key: 'form-1', attempt: 2 }]);
    expect(hears(answer(2, 201, 'ch-1')).sent).toMatchObject([
      { to: 'client.page', type: 'answer.shown', key: 'form-1' },
    ]);
  });

  it('tells its page, if it has one, that it gives up', () => {
    const givesUp = (input: Partial<ClientInput>) => {
      const { hears, waits } = aClient({ retries: 1, ...input });
      hears(WANTED);
      return [waits().sent, waits().sent];
    };
    const told = { to: 'client.page', type: 'request.given-up' };
    expect(givesUp({ page: 'client.page' })).toMatchObject([[{ attempt: 2 }], [told]]);
    expect(givesUp({})).toMatchObject([[{ attempt: 2 }], []]);
    const refused = aClient({ retries: 0, page: 'client.page' });
    refused.hears(WANTED);
    expect(refused.hears(answer(1, 409)).sent).toMatchObject([told]);
  });

  it('DOMAIN 1.10: mends what a refusal is about, once, and tells nobody until it is answered', () => {
    const mends = { 401: { says: { login: 'bob' } }, 402: { key: 'key-2' } };
    const { hears } = aClient({ retries: 4, says: { account: 'bob', login: null }, mends });
    expect(hears(WANTED).sent).toMatchObject([{ account: 'bob', login: null, key: 'key-A' }]);
    const loggedIn = hears(answer(1, 401));
    expect(loggedIn.sent).toMatchObject([{ account: 'bob', login: 'bob', key: 'key-A' }]);
    expect(loggedIn.facts).toEqual([]);
    expect(hears(answer(2, 402)).sent).toMatchObject([{ login: 'bob', key: 'key-2' }]);
    expect(hears(answer(3, 401)).facts).toMatchObject([{ says: 'failed', status: 401 }]);
  });

  it('takes another key for another body only if nothing can have been done under the first', () => {
    const mends = { 422: { key: 'key-2' } };
    const first = aClient({ mends });
    first.hears(WANTED);
    expect(first.hears(answer(1, 422)).sent).toMatchObject([{ key: 'key-2' }]);
    const second = aClient({ mends });
    second.hears(WANTED);
    second.waits();
    expect(second.hears(answer(2, 422)).facts).toMatchObject([{ says: 'failed', status: 422 }]);
  });

  it('waits longer each time where its pauses grow', () => {
    const pausing = { backoff: 'exponential', baseTicks: 2, capTicks: 8 } as const;
    const { hears, waits, timers } = aClient({ pausing });
    hears(WANTED);
    hears(answer(1, 503));
    expect(timers()).toEqual([2]);
    waits();
    hears(answer(2, 503));
    expect(timers()).toEqual([4]);
  });

  it('writes a body a second time as it is told to', () => {
    const { hears, waits } = aClient({ bodies: { first: '{"a":1}', again: '{ "a": 1 }' } });
    expect(hears(WANTED).sent).toMatchObject([{ body: '{"a":1}' }]);
    expect(waits().sent).toMatchObject([{ body: '{ "a": 1 }' }]);
  });
});

// Helpers

const WANTED = { type: 'purchase.wanted', amount: 100 };

const answer = (attempt: number, status: number, body: string | null = null) => ({
  ...{ type: 'response.sent', attempt, status, body, replayed: false },
});

const aClient = (input: Partial<ClientInput> = {}) =>
  actor(client, {
    ...{ servers: ['api-a', 'api-b'], method: 'POST', path: '/charges', retries: 2 },
    ...{ timeoutTicks: 5, backoffTicks: 2, key: 'per-intent', ...input },
  });
