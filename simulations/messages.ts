import type { JsonRecord } from '@/lib/engine/json';
import type { IntentId, Message, Ticks } from '@/lib/engine/model';

/**
 * What the actors say to each other. Types read `noun.past-tense`. Every message carries the label
 * of its intent for the reader; no machine looks at it.
 */

export type Said<Type extends string, Fields = unknown> = Message & {
  readonly type: Type;
} & Fields;

// A person and a client

/** A person wants something done, once. */
export type PurchaseWanted = Said<'purchase.wanted', { readonly amount: number }>;
/** A button on a page was pressed: the page has made or kept a key for what it sends. */
export type PayPressed = Said<
  'pay.pressed',
  { readonly amount: number; readonly key: string | null }
>;
/** A final answer stands on the page. */
export type AnswerShown = Said<'answer.shown', { readonly key: string | null }>;
/** A client tries no more, and no answer stands on the page. */
export type RequestGivenUp = Said<'request.given-up'>;
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
    /** The body as it was written, where it matters how. */
    readonly body?: string;
    /** Whose account the request says that it is about. Anybody may say so. */
    readonly account?: string;
    /** Who has logged in; null: nobody. */
    readonly login?: string | null;
    /** The card to be charged, where it matters which. */
    readonly card?: string;
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

/** Why a request is not carried out: for what it is, or because others were there before. */
type Refusal = 'no key' | 'no login' | 'declined';
type Lateness = 'already processed' | 'overtaken' | 'changed meanwhile';

export type ResponseSent = Said<
  'response.sent',
  {
    readonly attempt: number;
    readonly status: number;
    /** What the answer is about, e.g. `ch-1`; null where there is nothing to show. */
    readonly body: string | null;
    /** The answer of an earlier attempt, given again. */
    readonly replayed: boolean;
    /** What the error says, where its status alone does not. */
    readonly reason?: Refusal | Lateness;
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
  /** The status with which it was answered. Left out: that of a success. */
  readonly code?: number;
  /** What tells the body of the request that claimed it from another. */
  readonly fingerprint?: string;
  /** By which whoever took the key knows its own record again. */
  readonly token?: number;
  /** How long it lives from when it was written, unless told otherwise. Left out: for ever. */
  readonly expiresIn?: Ticks;
}

/** GET */
export type KeyRead = Said<'key.read', { readonly key: string }>;
/** SET NX GET, with PX where it expires: succeeds only where nothing stands, and shows what stands. */
export type KeyClaimed = Said<
  'key.claimed',
  {
    readonly key: string;
    readonly expiresIn?: Ticks;
    readonly fingerprint?: string;
    /**
     * Under a value that nobody else has. Whoever claims would draw that at random; nothing is drawn here, so the
     * store counts instead, and says in its answer which it is.
     */
    readonly withToken?: true;
    /** Together with INCR, in one script: a claim that succeeds is given a number that only grows. */
    readonly numbered?: true;
  }
>;
/**
 * SET, with PX where it expires. A plain SET drops the expiry that the key had. With a token it is a script:
 * it compares the token that stands there and saves only if it is the same.
 */
export type KeySaved = Said<
  'key.saved',
  {
    readonly key: string;
    readonly body: string | null;
    readonly code?: number;
    readonly fingerprint?: string;
    readonly expiresIn?: Ticks;
    /** KEEPTTL: whatever was left of its time goes on. */
    readonly keepsExpiry?: true;
    readonly token?: number;
  }
>;
/** PEXPIRE: counts from now. Does nothing to a key that is not there. */
export type KeyExpirySet = Said<
  'key.expirySet',
  { readonly key: string; readonly expiresIn: Ticks }
>;
/** DEL. With a token it is a script: it deletes only if the one that stands there is the same. */
export type KeyDeleted = Said<'key.deleted', { readonly key: string; readonly token?: number }>;
/** The answer to each: whether the command took effect, and what stands under the key if it did not. */
export type KeyAnswered = Said<
  'key.answered',
  {
    readonly ok: boolean;
    readonly found: KeyRecord | null;
    /** It answers a claim that succeeded: by GET that is nil, where other commands say OK. */
    readonly claimed?: true;
    /** To PEXPIRE and DEL, and to a script that ends in one, the answer is a number: of how many keys it was done. */
    readonly count?: 0 | 1;
    /** The value of a claim that was made under a token. */
    readonly token?: number;
    /** What a numbered claim was given. */
    readonly number?: number;
    /** The memory is full, and nothing may be evicted for what is new. */
    readonly error?: 'OOM';
  }
>;

/** Everything that a key store holds. */
export interface KeyStoreContents {
  readonly records: Readonly<Record<string, KeyRecord>>;
  /** The last number or token that was given to a claim, by key. It does not expire. */
  readonly numbers: Readonly<Record<string, number>>;
}
/** A store passes on to its replica or its disk what it holds now; it has answered already. */
export type KeysCopied = Said<
  'keys.copied',
  KeyStoreContents & {
    /** Counts the writes. A copy that comes after a newer one is of no use. */
    readonly offset: number;
  }
>;
/** What a store has to go on with: at the very start nothing, after a crash what had been passed on. */
export type KeysRestored = Said<'keys.restored', KeyStoreContents & { readonly offset: number }>;
/** Other users of the same store write so much that its memory is full. */
export type MemoryFilled = Said<'memory.filled'>;

// A payment provider

export type ChargeRequested = Said<
  'charge.requested',
  {
    readonly amount: number;
    readonly key: string | null;
    /** The card, where it matters which. */
    readonly card?: string;
  }
>;
export type ChargeAccepted = Said<
  'charge.accepted',
  {
    readonly charge: string;
    /** The key was known: this charge was made before. */
    readonly replayed?: true;
  }
>;
/** Nothing was charged, and nothing will be. */
export type ChargeDeclined = Said<'charge.declined'>;

// A service next door that helps with one step

export type HelpRequested = Said<
  'help.requested',
  { readonly task: string; readonly client: string; readonly attempt: number }
>;
/** Names whom it is for, as a connection would. */
export type HelpAnswered = Said<'help.answered', Pick<HelpRequested, 'client' | 'attempt'>>;

// A mail provider

export type MailRequested = Said<'mail.requested', { readonly key: string | null }>;
export type MailAccepted = Said<'mail.accepted', { readonly mail: string }>;

// A shop's stock, kept by another service

export type StockAsked = Said<'stock.asked'>;
export type StockAnswered = Said<'stock.answered'>;

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

/** The isolation levels above READ COMMITTED. */
export type IsolationLevel = 'repeatable-read' | 'serializable';

/** `where` names the values that columns must have, all of them; null there reads as IS NULL. */
export type Statement = (
  | {
      readonly op: 'begin';
      /** Left out: READ COMMITTED. */
      readonly isolation?: IsolationLevel;
    }
  | { readonly op: 'commit' | 'rollback' }
  | { readonly op: 'savepoint' | 'rollback-to' | 'release'; readonly name: string }
  | {
      readonly op: 'insert';
      readonly table: string;
      readonly row: Row;
      readonly onConflict: 'error' | 'nothing' | DoUpdate;
      /** RETURNING (xmax = 0): of the row that is there now, whether it was inserted or updated instead. */
      readonly returning?: 'isNew';
    }
  | {
      readonly op: 'update';
      readonly table: string;
      readonly set: Row;
      /** What to add to columns, as in `balance = balance + 10`. */
      readonly add?: Readonly<Record<string, number>>;
      readonly where: Row;
      /** What columns must be less than, as in `AND fence < 34`; null is less than nothing. */
      readonly below?: Readonly<Record<string, number>>;
    }
  | { readonly op: 'delete'; readonly table: string; readonly where: Row }
  | {
      readonly op: 'select';
      readonly table: string;
      readonly where: Row;
      readonly forUpdate: boolean;
      /** What FOR UPDATE does about a row that another transaction holds. Left out: it waits. */
      readonly waitPolicy?: 'nowait' | 'skip-locked';
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

// A step of a saga, and what takes it back

export type StepRequested = Said<
  'step.requested',
  { readonly what: string; readonly key: string | null }
>;
/** `ok`: it is done. Otherwise it was refused, and will be as often as this key asks. */
export type StepAnswered = Said<
  'step.answered',
  { readonly ok: boolean; readonly replayed: boolean }
>;
/** `of` names the step that is to be taken back; `key` names this very undoing. */
export type UndoRequested = Said<
  'undo.requested',
  { readonly what: string; readonly key: string | null; readonly of: string | null }
>;
export type UndoConfirmed = Said<
  'undo.confirmed',
  { readonly outcome: 'undone' | 'undone-before' | 'nothing-to-undo' }
>;

/** NOTIFY: a row of this table was inserted and committed. Whoever does not listen then never hears of it. */
export type RowCommitted = Said<'row.committed', { readonly table: string }>;

// A queue

export type MessagePublished = Said<
  'message.published',
  {
    readonly id: string;
    readonly attempt: number;
    /** What a FIFO queue knows a second sending by: its `MessageDeduplicationId`. */
    readonly dedup?: string;
    /** Within a group a FIFO queue keeps the order: its `MessageGroupId`. */
    readonly group?: string;
  }
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
/** Whoever holds a delivery asks for more time: `ChangeMessageVisibility`. */
export type VisibilityExtended = Said<
  'visibility.extended',
  { readonly id: string; readonly receipt: string }
>;
/** A message was put aside: somebody should look at it. */
export type AlarmRaised = Said<'alarm.raised', { readonly id: string }>;
/** Somebody has looked, and moves the message back into the queue. */
export type RedriveRequested = Said<'redrive.requested', { readonly id: string }>;

// Webhooks

export type WebhookSent = Said<
  'webhook.sent',
  {
    /** Names what happened: the same for every subscription and every attempt. */
    readonly event: string;
    /** Names this delivery to this subscription: the same in every attempt. */
    readonly webhook: string;
    readonly attempt: number;
    /** Which state of its object it tells of. */
    readonly version: number;
  }
>;
/** A status of the 200s, in time. */
export type WebhookAnswered = Said<'webhook.answered', { readonly attempt: number }>;

// Somebody who can be asked about an address, and changes nothing

export type CheckRequested = Said<'check.requested'>;
export type CheckAnswered = Said<'check.answered'>;

// The world itself

/** These peers crashed: whatever they had open is closed. */
export interface ConnectionClosed {
  readonly type: 'connection.closed';
  readonly peers: readonly string[];
}
