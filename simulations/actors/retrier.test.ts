import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { retrier, type RetrierInput, RETRIERS } from '@/simulations/actors/retrier';

describe('retrier', () => {
  it('passes on what it is asked, and passes back what is answered', () => {
    const { hears, state } = between('proxy', 'any-failure');
    expect(hears(request('POST')).sent).toMatchObject([
      { to: 'api', type: 'request.sent', method: 'POST', attempt: 1, key: null },
    ]);
    expect(hears(answer(1, 201)).sent).toMatchObject([
      { to: 'client', type: 'response.sent', attempt: 7, status: 201, body: 'ch-1' },
    ]);
    expect(state()).toBe('idle');
  });

  it('sends again what was not answered, and hears no answer to what it has given up', () => {
    const { hears, waits } = between('browser', 'any-failure');
    hears(request('POST'));
    waits();
    expect(waits().sent).toMatchObject([{ to: 'api', method: 'POST', attempt: 2 }]);
    expect(hears(answer(1, 201)).sent).toEqual([]);
    expect(hears(answer(2, 201)).sent).toMatchObject([{ to: 'client', attempt: 7 }]);
  });

  it('DOMAIN 12.2: a proxy must not send again by itself what is not idempotent', () => {
    expect(triesOf('proxy', 'idempotent-only', 'POST')).toBe(1);
    expect(triesOf('proxy', 'idempotent-only', 'PATCH')).toBe(1);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      expect(triesOf('proxy', 'idempotent-only', method)).toBe(2);
    }
  });

  it('DOMAIN 12.5: nginx passes a POST to the next upstream only if told so, and on no status', () => {
    expect(triesOf('proxy', 'any-failure', 'POST')).toBe(2);
    const { hears } = between('proxy', 'any-failure');
    hears(request('POST'));
    expect(hears(answer(1, 503)).sent).toMatchObject([{ to: 'client', status: 503 }]);
  });

  it('DOMAIN 12.6: Envoy retries by how it failed and not by method, once', () => {
    expect(triesOf('load-balancer', 'any-failure', 'POST')).toBe(2);
    const { hears, waits } = between('load-balancer', 'any-failure');
    hears(request('POST'));
    hears(answer(1, 503));
    expect(waits().sent).toMatchObject([{ to: 'api', attempt: 2 }]);
    expect(hears(answer(2, 503)).sent).toMatchObject([{ to: 'client', status: 503 }]);
  });

  it('DOMAIN 12.7: what heeds keys takes one for a promise, as Go’s Transport does where a connection fails', () => {
    expect(triesOf('sdk', 'idempotent-only', 'POST', 'key-A')).toBe(3);
    expect(triesOf('sdk', 'idempotent-only', 'POST')).toBe(1);
    expect(triesOf('proxy', 'idempotent-only', 'POST', 'key-A')).toBe(1);
  });

  it('an SDK on got tries three times in all, on no answer and on the statuses that got retries', () => {
    expect(triesOf('sdk', 'any-failure', 'POST')).toBe(3);
    for (const [status, isRetried] of [
      [429, true],
      [500, true],
      [400, false],
      [402, false],
      [409, false],
    ] as const) {
      const { hears, state } = between('sdk', 'any-failure');
      hears(request('POST'));
      hears(answer(1, status));
      expect(state()).toBe(isRetried ? 'pausing' : 'idle');
    }
  });

  it('tries the next server, if it has several', () => {
    const { hears, waits } = between('proxy', 'any-failure', ['api-a', 'api-b']);
    expect(hears(request('POST')).sent).toMatchObject([{ to: 'api-a' }]);
    waits();
    expect(waits().sent).toMatchObject([{ to: 'api-b' }]);
  });

  it('says something of its own if there is no answer to pass back', () => {
    const { hears, waits } = between('proxy', 'idempotent-only');
    hears(request('POST'));
    expect(waits().sent).toMatchObject([{ to: 'client', attempt: 7, status: 504, body: null }]);
  });
});

// Helpers

const request = (method: string, key: string | null = null) => ({
  ...{ type: 'request.sent', from: 'client', method, path: '/charges', amount: 100 },
  ...{ attempt: 7, key },
});
const answer = (attempt: number, status: number) => ({
  ...{ type: 'response.sent', attempt, status, body: 'ch-1', replayed: false },
});

function between(
  kind: keyof typeof RETRIERS,
  policy: RetrierInput['policy'],
  servers: readonly string[] = ['api'],
) {
  return actor(retrier, { ...RETRIERS[kind], servers, policy });
}

/** How often it sends a request to which nobody ever answers. */
function triesOf(
  kind: keyof typeof RETRIERS,
  policy: RetrierInput['policy'],
  method: string,
  key: string | null = null,
): number {
  const { hears, waits, state } = between(kind, policy);
  let tries = hears(request(method, key)).sent.filter(({ to }) => to === 'api').length;
  while (state() !== 'idle') tries += waits().sent.filter(({ to }) => to === 'api').length;
  return tries;
}
