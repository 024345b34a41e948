import { describe, expect, it } from 'vitest';

import type { JsonRecord } from '@/lib/engine/json';
import { actor } from '@/simulations/actors/acting';
import { keyedService } from '@/simulations/actors/keyed-service';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';

describe('keyed service', () => {
  it('DOMAIN 1.8, 4.1: claims a new key, does the work, and keeps the result', () => {
    const { hears, state } = service();
    expect(hears(request()).sent).toMatchObject([{ type: 'key.claimed', key: 'key-A' }]);
    expect(hears(CLAIMED).sent).toMatchObject([{ type: 'charge.requested', amount: 100 }]);
    expect(hears(CHARGED).sent).toMatchObject([{ type: 'key.saved', key: 'key-A', body: 'ch-1' }]);
    expect(hears(CLAIMED).sent).toMatchObject([{ status: 201, body: 'ch-1', replayed: false }]);
    expect(state()).toBe('idle');
  });

  it('DOMAIN 1.8: gives a repeat the earlier result, be it a success or an error', () => {
    expect(repeat({}, done('ch-1'))).toMatchObject({ status: 201, body: 'ch-1', replayed: true });
    expect(repeat({}, done(null, 402))).toMatchObject({ status: 402, body: null, replayed: true });
  });

  it('DOMAIN 1.9, 4.7: 400 without a key, 422 with another body, 409 while it is at work', () => {
    expect(service().hears(request({ key: null })).sent).toMatchObject([{ status: 400 }]);
    const compares: KeyedServiceInput = { fingerprint: 'as-written' };
    const other = { ...done('ch-1'), fingerprint: '{"pen":2}' };
    expect(repeat(compares, other, { body: '{"pen":1}' })).toMatchObject({ status: 422 });
    // The body is compared before anything else: a running twin with another body is no twin.
    const running = { ...RUNNING, fingerprint: '{"pen":2}' };
    expect(repeat(compares, running, { body: '{"pen":1}' })).toMatchObject({ status: 422 });
    expect(repeat({}, RUNNING)).toMatchObject({ status: 409 });
  });

  it('DOMAIN 1.7: makes a fingerprint of the whole body, as it is written or by what it means', () => {
    const body = '{"pen":60,"ink":40}';
    const printOf = (fingerprint: KeyedServiceInput['fingerprint'] & string) =>
      service({ fingerprint }).hears(request({ body })).sent[0]?.['fingerprint'];
    expect(printOf('off')).toBeUndefined();
    expect(printOf('as-written')).toBe(body);
    expect(printOf('canonical')).toBe('{"ink":40,"pen":60}');
  });

  it('DOMAIN 1.11: looks a key up together with an account, of the login where it has checked one', () => {
    const says = { account: 'alice', login: 'bob' };
    const keyOf = (input: KeyedServiceInput) =>
      service(input).hears(request(says)).sent[0]?.['key'];
    expect(keyOf({})).toBe('key-A');
    expect(keyOf({ scope: 'account', login: 'first' })).toBe('bob/key-A');
    expect(keyOf({ scope: 'account', login: 'last' })).toBe('alice/key-A');
  });

  it('BUGS S3.5-8: shows a stranger what is known, if it asks for a login only after the look-up', () => {
    const stranger = request({ account: 'alice', login: null });
    const { hears } = service({ login: 'last' });
    expect(hears(stranger).sent).toMatchObject([{ type: 'key.read' }]);
    expect(hears(answered(done('ch-1'))).sent).toMatchObject([{ status: 201, body: 'ch-1' }]);
    hears(stranger);
    expect(hears(answered(null)).sent).toMatchObject([{ status: 401 }]);
    expect(service({ login: 'first' }).hears(stranger).sent).toMatchObject([{ status: 401 }]);
  });

  it('BUGS S4.2-4: takes an absent header for a key that all who send none share', () => {
    const { hears } = service({ missing: 'fold' });
    expect(hears(request({ key: null })).sent).toMatchObject([{ key: 'idem:undefined' }]);
  });

  it('DOMAIN 4.4, BUGS S3.2-1: makes a key that keeps nothing from being done again', () => {
    for (const missing of ['run', 'generate'] as const) {
      const { hears, state } = service({ missing });
      expect(hears(request({ key: null })).sent).toMatchObject([{ type: 'charge.requested' }]);
      expect(hears(CHARGED).sent).toMatchObject([{ status: 201, body: 'ch-1' }]);
      expect(state()).toBe('idle');
    }
    const { facts } = service({ missing: 'generate' }).hears(request({ key: null }));
    expect(facts).toMatchObject([{ name: 'key.made' }]);
  });

  it('BUGS S4.2-7: answers a repeat with 200 whatever the first answer was, or with an error', () => {
    expect(repeat({ replay: 'always-200' }, done(null, 402))).toMatchObject({ status: 200 });
    expect(repeat({ replay: 'already-processed' }, done('ch-1'))).toMatchObject({
      ...{ status: 400, body: null, reason: 'already processed' },
    });
  });

  it('DOMAIN 2.1: keeps a failure of whatever began to run, a 500 included', () => {
    const { hears, waits } = failing({ errors: 'all', help: 'before' });
    expect(waits().sent).toMatchObject([{ type: 'key.saved', code: 500 }]);
    expect(hears(CLAIMED).sent).toMatchObject([{ status: 500 }]);
  });

  it('DOMAIN 4.8: deletes the record when it fails, even after the charge', () => {
    const { hears, waits } = failing({ errors: 'none', help: 'after' });
    expect(waits().sent).toMatchObject([{ type: 'key.deleted', key: 'key-A' }]);
    expect(hears(CLAIMED).sent).toMatchObject([{ status: 500 }]);
  });

  it('judges by what was done, if it is to: the key goes before the charge, and stays after it', () => {
    expect(failing({ errors: 'by-effect', help: 'before' }).waits().sent).toMatchObject([
      { type: 'key.deleted' },
    ]);
    const after = failing({ errors: 'by-effect', help: 'after' });
    expect(after.waits().sent).toMatchObject([{ type: 'key.saved', body: 'ch-1' }]);
    expect(after.hears(CLAIMED).sent).toMatchObject([{ status: 201, body: 'ch-1' }]);
  });

  it('keeps a declined card under its key, as it was answered', () => {
    const { hears } = service();
    hears(request());
    hears(CLAIMED);
    expect(hears({ type: 'charge.declined' }).sent).toMatchObject([{ code: 402, body: null }]);
    expect(hears(CLAIMED).sent).toMatchObject([{ status: 402, reason: 'declined' }]);
  });

  it('does not take the help for one attempt as the help for another', () => {
    const { hears, state } = failing({ help: 'before' });
    hears({ type: 'help.answered', client: 'somebody', attempt: 2 });
    expect(state()).toBe('checking');
    hears({ type: 'help.answered', client: 'somebody', attempt: 1 });
    expect(state()).toBe('charging');
  });

  it('DOMAIN 2.2: keeps nothing of a request that it refuses before it runs', () => {
    const { hears } = service();
    expect(hears(request({ key: null })).sent).toMatchObject([{ status: 400 }]);
    expect(hears(request({ attempt: 2 })).sent).toMatchObject([{ type: 'key.claimed' }]);
  });
});

// Helpers

const RUNNING = { status: 'in-progress', body: null };
const CLAIMED = { type: 'key.answered', ok: true, found: null };
const CHARGED = { type: 'charge.accepted', charge: 'ch-1' };

const done = (body: string | null, code?: number) => ({
  ...{ status: 'done', body },
  ...(code !== undefined && { code }),
});
const answered = (found: JsonRecord | null) => ({ type: 'key.answered', ok: false, found });
const request = (said: JsonRecord = {}) => ({
  ...{ type: 'request.sent', method: 'POST', path: '/charges', amount: 100, attempt: 1 },
  ...{ key: 'key-A', ...said },
});

const service = (input: KeyedServiceInput = {}) => actor(keyedService, input);

/** What it answers a request whose key is known. */
function repeat(input: KeyedServiceInput, found: JsonRecord, said: JsonRecord = {}) {
  const { hears } = service(input);
  hears(request(said));
  return hears(answered(found)).sent[0];
}

/** One that has asked for help and waits for it. */
function failing(input: KeyedServiceInput) {
  const handling = service({ helpTicks: 2, ...input });
  handling.hears(request());
  handling.hears(CLAIMED);
  if (input.help === 'after') handling.hears(CHARGED);
  return handling;
}
