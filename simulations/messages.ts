import type { JsonRecord } from '@/lib/engine/json';
import type { IntentId, Message } from '@/lib/engine/model';

/**
 * What the actors say to each other. Types read `noun.past-tense`. Every message carries the label
 * of its intent for the reader; no machine looks at it.
 */

type Said<Type extends string, Fields = unknown> = Message & { readonly type: Type } & Fields;

// A person and a client

/** A person wants something done, once. */
export type PurchaseWanted = Said<'purchase.wanted', { readonly amount: number }>;
/** One calm attempt more, asked for after a run to see whether an answer can still be had. */
export type RetryWanted = Said<'retry.wanted'>;

// HTTP

export type RequestSent = Said<
  'request.sent',
  {
    readonly method: string;
    readonly path: string;
    readonly amount: number;
    /** Which of the client's attempts this is: the connection on which the answer comes back. */
    readonly attempt: number;
    /** The `Idempotency-Key` header. */
    readonly key: string | null;
    /** What a resource is to be, or to have added to it. */
    readonly value?: Value;
    /** What the resource was when it was last read, for `If-Match`; null where there was none (`If-None-Match: *`). */
    readonly ifMatch?: Row | null;
    /** The how-manieth copy of one request this is, from 1. */
    readonly copy?: number;
    /** Ghost: the intents that its author knew to be in what it is about. */
    readonly knows?: readonly IntentId[];
  }
>;

export type ResponseSent = Said<
  'response.sent',
  {
    readonly attempt: number;
    readonly status: number;
    /** What the answer is about, e.g. `ch-1`; null where there is nothing to show. */
    readonly body: string | null;
    /** The answer of an earlier attempt, given again. */
    readonly replayed: boolean;
    /** The resource, where it was asked for and is there. */
    readonly found?: Row | null;
    /** Ghost: the intents that are in what was found. */
    readonly history?: readonly IntentId[];
  }
>;

// A key store: values by key, each command atomic

/** What a store remembers under a key. */
export interface KeyRecord extends JsonRecord {
  readonly status: 'in-progress' | 'done';
  readonly body: string | null;
}

/** GET */
export type KeyRead = Said<'key.read', { readonly key: string }>;
/** SET NX: succeeds only where nothing stands. */
export type KeyClaimed = Said<'key.claimed', { readonly key: string }>;
/** SET */
export type KeySaved = Said<'key.saved', { readonly key: string; readonly body: string | null }>;
/** The answer to each: whether the command took effect, and what stands under the key if it did not. */
export type KeyAnswered = Said<
  'key.answered',
  { readonly ok: boolean; readonly found: KeyRecord | null }
>;

// A payment provider

export type ChargeRequested = Said<
  'charge.requested',
  { readonly amount: number; readonly key: string | null }
>;
export type ChargeAccepted = Said<'charge.accepted', { readonly charge: string }>;

// A mail provider

export type MailRequested = Said<'mail.requested', { readonly key: string | null }>;
export type MailAccepted = Said<'mail.accepted', { readonly mail: string }>;

// A relational database

export type Value = null | boolean | number | string;
/** A column that a row doesn't name is null. */
export type Row = Readonly<Record<string, Value>>;

/** ON CONFLICT DO UPDATE: what becomes of the row that is there, if it matches `where`. */
export interface DoUpdate extends JsonRecord {
  readonly set: Row;
  readonly add?: Readonly<Record<string, number>>;
  readonly where?: Row;
}

/** `where` names the values that columns must have, all of them; null there reads as IS NULL. */
export type Statement = (
  | { readonly op: 'begin' | 'commit' | 'rollback' }
  | {
      readonly op: 'insert';
      readonly table: string;
      readonly row: Row;
      readonly onConflict: 'error' | 'nothing' | DoUpdate;
    }
  | {
      readonly op: 'update';
      readonly table: string;
      readonly set: Row;
      /** What to add to columns, as in `balance = balance + 10`. */
      readonly add?: Readonly<Record<string, number>>;
      readonly where: Row;
    }
  | { readonly op: 'delete'; readonly table: string; readonly where: Row }
  | {
      readonly op: 'select';
      readonly table: string;
      readonly where: Row;
      readonly forUpdate: boolean;
    }
) &
  JsonRecord;

export type StatementSent = Said<
  'statement.sent',
  {
    readonly statement: Statement;
    /**
     * True on every statement between a begin and its commit or rollback (left out: false). When the
     * sender dies, what it had sent must not be mistaken for a statement that stands alone.
     */
    readonly inTransaction?: boolean;
    /** Ghost: the intents that its author knew to be in what it replaces. */
    readonly knows?: readonly IntentId[];
  }
>;
export type StatementAnswered = Said<
  'statement.answered',
  {
    /** Null where the statement succeeded. */
    readonly sqlstate: string | null;
    /** What was carried out, null if nothing was. A commit of an aborted transaction is a rollback. */
    readonly command: Statement['op'] | null;
    /** How many rows it touched or found. */
    readonly count: number;
    /** What a select found. */
    readonly rows: readonly Row[];
    /** Ghost: the intents that are in what it found, of a table that notes them. */
    readonly history?: readonly IntentId[];
  }
>;

/** NOTIFY: a row of this table was inserted and committed. Whoever does not listen then never hears of it. */
export type RowCommitted = Said<'row.committed', { readonly table: string }>;

// A queue

export type MessagePublished = Said<
  'message.published',
  { readonly id: string; readonly attempt: number }
>;
export type PublishConfirmed = Said<'publish.confirmed', { readonly attempt: number }>;
export type MessageDelivered = Said<
  'message.delivered',
  {
    readonly id: string;
    /** Names this delivery: what an acknowledgement must quote. */ readonly receipt: string;
    readonly redelivered: boolean;
  }
>;
export type MessageAcknowledged = Said<
  'message.acknowledged',
  { readonly id: string; readonly receipt: string }
>;

// The world itself

/** These peers crashed: whatever they had open is closed. */
export interface ConnectionClosed {
  readonly type: 'connection.closed';
  readonly peers: readonly string[];
}
