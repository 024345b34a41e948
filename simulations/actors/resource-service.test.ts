import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { SqlServer } from '@/simulations/actors/database/sql-sessions';
import { resourceService } from '@/simulations/actors/resource-service';
import type { RequestSent, ResponseSent, Row } from '@/simulations/messages';

const CAROL: Row = { id: 1, name: 'Carol' };
const PUT_ALICE = { method: 'PUT', path: '/users/1', value: 'Alice' };
const DELETE = { method: 'DELETE', path: '/users/1' };
const PLUS_TEN = { method: 'PATCH', path: '/points/1', value: 10 };

describe('resource service', () => {
  it.each([
    ['GET', { method: 'GET', path: '/users/1' }],
    ['HEAD', { method: 'HEAD', path: '/users/1' }],
    ['PUT', PUT_ALICE],
    ['DELETE', DELETE],
    ['PATCH that sets', { ...PUT_ALICE, method: 'PATCH' }],
  ])('DOMAIN 12.1: twice leaves the state that once leaves: %s', (_, asked) => {
    const { ask, rows } = api();
    ask(asked);
    const once = rows();
    ask(asked);
    expect(rows()).toEqual(once);
  });

  it('DOMAIN 12.3: DELETE again is 404 and leaves the same; PATCH that adds, and POST, do it again', () => {
    const { ask, rows } = api();
    expect([ask(DELETE).status, ask(DELETE).status]).toEqual([204, 404]);
    ask(PLUS_TEN);
    ask(PLUS_TEN);
    ask({ method: 'POST', path: '/orders' });
    ask({ method: 'POST', path: '/orders' });
    expect(rows()).toMatchObject({ users: [], points: [{ points: 120 }], orders: [{}, {}] });
  });

  it('DOMAIN 12.4: does not perform what its If-Match does not allow', () => {
    const { ask, rows } = api();
    const stale = { id: 1, name: 'Dave' };
    expect(ask({ ...PUT_ALICE, ifMatch: stale }).status).toBe(412);
    expect(ask({ ...DELETE, ifMatch: stale }).status).toBe(412);
    expect(ask({ ...PLUS_TEN, ifMatch: { id: 1, points: 90 } }).status).toBe(412);
    expect(rows()).toMatchObject({ users: [CAROL], points: [{ points: 100 }] });
  });

  it('DOMAIN 12.4: says yes all the same, where the change appears to be made already', () => {
    const { ask } = api();
    const put = { ...PUT_ALICE, ifMatch: CAROL };
    expect([ask(put).status, ask(put).status]).toEqual([200, 200]);
    const gone = { ...DELETE, ifMatch: { id: 1, name: 'Alice' } };
    expect([ask(gone).status, ask(gone).status]).toEqual([204, 204]);
    const plus = { ...PLUS_TEN, ifMatch: { id: 1, points: 100 } };
    expect([ask(plus).status, ask(plus).status]).toEqual([200, 412]);
  });

  it('DOMAIN 12.4: If-None-Match: * makes, and replaces nothing', () => {
    const { ask, rows } = api();
    expect(ask({ ...PUT_ALICE, ifMatch: null }).status).toBe(412);
    expect(ask({ ...DELETE, ifMatch: null }).status).toBe(412);
    expect(rows()).toMatchObject({ users: [CAROL] });
    ask(DELETE);
    expect(ask({ ...DELETE, ifMatch: null }).status).toBe(404);
    expect(ask({ ...PUT_ALICE, ifMatch: null }).status).toBe(201);
    expect(rows()).toMatchObject({ users: [{ id: 1, name: 'Alice' }] });
    // Though all is as wanted: that may be said of If-Match only (RFC 9110, 13.1.2).
    expect(ask({ ...PUT_ALICE, ifMatch: null }).status).toBe(412);
  });

  it('says by 201 that a PUT has made what it names, and by 200 that it replaced it', () => {
    const { ask } = api();
    expect(ask(PUT_ALICE).status).toBe(200);
    ask(DELETE);
    expect([ask(PUT_ALICE).status, ask(PUT_ALICE).status]).toEqual([201, 200]);
  });

  it('makes by PUT what is not there, and shows what is', () => {
    const { ask } = api();
    ask(DELETE);
    expect(ask({ method: 'GET', path: '/users/1' })).toMatchObject({ status: 404, found: null });
    ask(PUT_ALICE);
    expect(ask({ method: 'GET', path: '/users/1' })).toMatchObject({
      ...{ status: 200, found: { id: 1, name: 'Alice' } },
    });
    expect(ask({ method: 'HEAD', path: '/users/1' })).toMatchObject({ status: 200, found: null });
  });
});

// Helpers

type Asked = Partial<RequestSent> & Pick<RequestSent, 'method' | 'path'>;

/** The service in front of a database, with nothing in between. */
function api() {
  const service = actor(resourceService);
  const server = new SqlServer({
    users: { unique: [['id']], fact: null, initial: [CAROL] },
    points: { unique: [['id']], fact: null, initial: [{ id: 1, points: 100 }] },
    orders: { unique: [], fact: null },
  });
  const ask = (asked: Asked): ResponseSent => {
    const request = { type: 'request.sent', from: 'client', amount: 10, attempt: 1, key: null };
    for (let { sent } = service.hears({ ...request, ...asked }); ;) {
      const [said] = sent;
      if (said?.type !== 'statement.sent') return said as ResponseSent & { readonly to: string };
      const { sends } = server.receive({ ...said, from: 'api' });
      ({ sent } = service.hears(sends[0]?.message ?? { type: 'nothing' }));
    }
  };
  const rows = () => ({
    users: server.committed('users'),
    points: server.committed('points'),
    orders: server.committed('orders'),
  });
  return { ask, rows };
}
