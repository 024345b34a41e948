import { execute, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { RequestSent, Row, Statement, StatementAnswered } from '@/simulations/messages';

const BY_ID: Row = { id: 1 };

/** `/users/1` is row 1 of `users`. */
const tableOf = ({ path }: RequestSent): string => path.split('/')[1] ?? '';

/** What the row must be: the one with this id, or exactly what the client has read. */
const demand = ({ ifMatch }: RequestSent): Row => ifMatch ?? BY_ID;

/** The one statement that a request comes down to. */
function statementFor(request: RequestSent): Statement {
  const { method, amount, value = null, ifMatch } = request;
  const table = tableOf(request);
  switch (method) {
    case 'POST':
      return { op: 'insert', table, row: { amount }, onConflict: 'error' };
    case 'PUT':
      // If-Match names what is to be replaced, If-None-Match: * that there is nothing; without them PUT makes or replaces.
      return ifMatch
        ? { op: 'update', table, set: { name: value }, where: ifMatch }
        : {
            ...{ op: 'insert', table, row: { ...BY_ID, name: value } },
            ...(ifMatch === null
              ? { onConflict: 'nothing' }
              : { onConflict: { set: { name: value } }, returning: 'isNew' }),
          };
    case 'PATCH':
      return {
        ...{ op: 'update', table, where: demand(request) },
        ...(typeof value === 'number'
          ? { set: {}, add: { points: value } }
          : { set: { name: value } }),
      };
    case 'DELETE':
      return { op: 'delete', table, where: demand(request) };
    default:
      return { op: 'select', table, where: BY_ID, forUpdate: false };
  }
}

/** Whether the resource is what the request wants it to be. */
const isAsWanted = ({ method, value }: RequestSent, row: Row | undefined): boolean =>
  method === 'DELETE' ? !row : row?.['name'] === value;

/** After a relative change nobody can tell by looking whether it was made. */
const isRelative = ({ method, value }: RequestSent): boolean =>
  method === 'PATCH' && typeof value === 'number';

/** A PUT makes what it names where there was nothing: under If-None-Match: * whenever it does anything. */
const hasMade = ({ method, ifMatch }: RequestSent, row: Row | undefined): boolean =>
  method === 'POST' || (method === 'PUT' && (ifMatch === null || row?.['isNew'] === true));

/** What a change is answered that was made. Whoever made something by PUT must be told so (RFC 9110, 9.3.4). */
const statusOf = (request: RequestSent, row: Row | undefined): number =>
  hasMade(request, row) ? 201 : request.method === 'DELETE' ? 204 : 200;

/**
 * One request handler of an API that keeps resources as rows and serves HTTP's methods, each by one statement. Where
 * If-Match fails, it looks whether the resource is as wanted already, where looking can tell, and then says yes
 * (RFC 9110, 13.1.1). After If-None-Match it may not: that is answered 412 (13.1.2).
 */
export const resourceService = handler<null, RequestSent, StatementAnswered>({
  id: 'resource-service',
  takes: ['request.sent'],
  notes: {},
  guards: {
    onlyReads: ({ request: { method } }) => method === 'GET' || method === 'HEAD',
    // If-None-Match: * on what only a PUT could make: whether it holds is all that there is to find out.
    demandsNothing: ({ request: { method, ifMatch } }) => ifMatch === null && method !== 'PUT',
    hasTouched: ({ event }) => event.type === 'statement.answered' && event.count > 0,
    hadPrecondition: ({ request }) => request.ifMatch !== undefined,
    canCompare: ({ request }) => Boolean(request.ifMatch) && !isRelative(request),
    isAsWanted: ({ request, event }) =>
      event.type === 'statement.answered' && isAsWanted(request, event.rows[0]),
  },
  sends: {
    selectRow: ({ request }) => execute(request, statementFor({ ...request, method: 'GET' })),
    changeRow: ({ request }) =>
      execute(request, statementFor(request), { knows: request.knows ?? [] }),
    replyFound: ({ request, event }) => {
      if (event.type !== 'statement.answered') throw new Error('There is nothing to show yet');
      const { rows, history = [] } = event;
      const found = request.method === 'GET' ? (rows[0] ?? null) : null;
      return respond(request, { status: rows[0] ? 200 : 404, body: null, found, history });
    },
    replyDone: ({ request, event }) => {
      const row = event.type === 'statement.answered' ? event.rows[0] : undefined;
      return respond(request, { status: statusOf(request, row), body: null });
    },
    replyMissing: ({ request }) => respond(request, { status: 404, body: null }),
    replyRefused: ({ request }) => respond(request, { status: 412, body: null }),
  },
  begins: [
    { guard: 'onlyReads', target: 'reading' },
    { guard: 'demandsNothing', target: 'reading' },
    { target: 'changing' },
  ],
  states: {
    reading: {
      entry: 'selectRow',
      on: {
        'statement.answered': [
          { guard: 'onlyReads', target: 'idle', actions: 'replyFound' },
          { guard: 'hasTouched', target: 'idle', actions: 'replyRefused' },
          { target: 'idle', actions: 'replyMissing' },
        ],
      },
    },
    changing: {
      entry: 'changeRow',
      on: {
        'statement.answered': [
          { guard: 'hasTouched', target: 'idle', actions: 'replyDone' },
          { guard: 'canCompare', target: 'comparing' },
          { guard: 'hadPrecondition', target: 'idle', actions: 'replyRefused' },
          { target: 'idle', actions: 'replyMissing' },
        ],
      },
    },
    comparing: {
      entry: 'selectRow',
      on: {
        'statement.answered': [
          { guard: 'isAsWanted', target: 'idle', actions: 'replyDone' },
          { target: 'idle', actions: 'replyRefused' },
        ],
      },
    },
  },
});
