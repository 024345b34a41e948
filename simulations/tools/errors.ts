import type { Fields } from '@/lib/tools/fields';
import type { SourceId } from '@/simulations/tools/sources';

/** What to do about one way in which a call ends: whether it is remembered under the key, and what the client does next. */
export interface ErrorPolicy {
  /** As in an address. */
  readonly id: string;
  readonly failure: string;
  readonly group: 'silence' | 'refused' | 'busy' | 'broken' | 'answer';
  /** Whether what was asked for may have happened all the same. */
  readonly happened: 'yes' | 'no' | 'unknown';
  readonly remember: 'yes' | 'no' | 'depends';
  readonly rememberHow: string;
  readonly retry: 'yes' | 'no' | 'after-mending';
  readonly retryHow: string;
  readonly key: 'same' | 'new' | 'none';
  readonly why: string;
  readonly sources: readonly SourceId[];
}

export const GROUPS: Readonly<Record<ErrorPolicy['group'], string>> = {
  answer: 'a final answer',
  refused: 'refused as asked',
  busy: 'not now',
  broken: 'the server failed',
  // A 504 is an answer, but the gateway’s.
  silence: 'nothing from the server',
};

export const RETRY_WORDS: Readonly<Record<ErrorPolicy['retry'], string>> = {
  yes: 'yes',
  'after-mending': 'not as it is',
  no: 'no',
};

const valuesOf = <V extends string>(words: Readonly<Record<V, string>>) =>
  (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }));

export const KEY_WORDS: Readonly<Record<ErrorPolicy['key'], string>> = {
  same: 'the same',
  new: 'a new one',
  none: 'none needed',
};

export const errorFields = {
  group: {
    ...{ kind: 'choice', label: 'What came back' },
    help: 'Whether the server said no, said nothing, or broke.',
    values: [{ value: 'all', label: 'anything' }, ...valuesOf(GROUPS)],
  },
  retry: {
    ...{ kind: 'choice', label: 'Retry it?' },
    help: 'Shows only the endings with this answer.',
    values: [{ value: 'all', label: 'any' }, ...valuesOf(RETRY_WORDS)],
  },
} as const satisfies Fields;

export const errorPolicies: readonly ErrorPolicy[] = [
  {
    ...{ id: 'success', failure: '2xx, it worked', group: 'answer', happened: 'yes' },
    ...{ remember: 'yes', rememberHow: 'status and body, for the whole window' },
    ...{ retry: 'no', retryHow: 'nothing to do', key: 'none' },
    why: 'A repeat gets the very same answer, with its first status. “Already processed”, or 200 in place of 201, tells a client something else than what happened.',
    sources: ['draft-key', 'stripe-v1'],
  },
  {
    ...{ id: 'declined', failure: '402, card declined', group: 'answer', happened: 'no' },
    ...{ remember: 'yes', rememberHow: 'the decline is the result' },
    ...{ retry: 'no', retryHow: 'ask the customer' },
    key: 'new',
    why: 'The question was asked and answered. Another card, or the same one next week, is a new intent. With the old key it would be told of the old decline.',
    sources: ['stripe-v1', 'rocket-rides'],
  },
  {
    ...{ id: 'timeout', failure: 'Timeout, no answer', group: 'silence', happened: 'unknown' },
    ...{ remember: 'depends', rememberHow: 'whatever the server ends with' },
    ...{ retry: 'yes', retryHow: 'after a wait', key: 'same' },
    why: 'A lost request, a slow server and a lost reply are the same silence. Only the same key makes asking again safe.',
    sources: ['rfc9110', 'stripe-errors'],
  },
  {
    id: 'connection-refused',
    ...{ failure: 'Connection refused, or no such host', group: 'silence', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'no server has seen it' },
    ...{ retry: 'yes', retryHow: 'after a wait', key: 'same' },
    why: 'Nothing was sent, so nothing happened. But the same code often handles lost connections too, and those are not so clear: keep the key.',
    sources: ['rfc9110', 'stripe-node'],
  },
  {
    id: 'connection-reset',
    ...{ failure: 'Connection closed midway', group: 'silence', happened: 'unknown' },
    ...{ remember: 'depends', rememberHow: 'whatever the server ends with' },
    ...{ retry: 'yes', retryHow: 'after a wait', key: 'same' },
    why: 'The server may have done its work before the connection broke. Stripe’s Node library retries this once even when retries are switched off, and notes that it needs the key for that.',
    sources: ['stripe-node'],
  },
  {
    id: 'no-key',
    ...{ failure: '400, the key is missing', group: 'refused', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'there is no key to remember it under' },
    ...{ retry: 'after-mending', retryHow: 'with a key', key: 'new' },
    why: 'A server that needs a key refuses without one. Making one up for the client helps nobody: its retry would get another.',
    sources: ['draft-key'],
  },
  {
    id: 'invalid',
    ...{ failure: '400, the request is not valid', group: 'refused', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'it failed before any work began' },
    ...{ retry: 'after-mending', retryHow: 'corrected', key: 'new' },
    why: 'The same request would fail the same way. A corrected one is another request: Stripe says to give it a new key.',
    sources: ['draft-key', 'stripe-v1', 'stripe-errors'],
  },
  {
    ...{ id: 'unauthorised', failure: '401, who are you?', group: 'refused', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'checked before the key is looked at' },
    ...{ retry: 'after-mending', retryHow: 'with valid credentials', key: 'same' },
    why: 'Keys belong to an account, so who it is comes first. If answers were found before that check, a stranger with a key could read somebody else’s.',
    sources: ['stripe-errors', 'draft-key'],
  },
  {
    ...{ id: 'forbidden', failure: '403, not allowed', group: 'refused', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'refused before any work began' },
    ...{ retry: 'after-mending', retryHow: 'with the permission', key: 'same' },
    why: 'Once the permission is there it is still the same intent. The draft leaves 403 to each server’s documentation.',
    sources: ['draft-key'],
  },
  {
    ...{ id: 'not-found', failure: '404, no such thing', group: 'refused', happened: 'unknown' },
    ...{ remember: 'no', rememberHow: 'unless the work had begun' },
    ...{ retry: 'no', retryHow: 'not there; after a lost reply to a DELETE: done' },
    key: 'none',
    why: 'For a DELETE that was sent again it is good news: gone is gone, and the first one may have done it. The state is the same though the answer differs.',
    sources: ['rfc9110'],
  },
  {
    ...{ id: 'slow-request', failure: '408, request took too long', group: 'busy', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'the request never came in whole' },
    ...{ retry: 'yes', retryHow: 'on a new connection', key: 'same' },
    why: 'The server gave up before it had the request. The client may repeat it.',
    sources: ['rfc9110'],
  },
  {
    id: 'in-progress',
    ...{ failure: '409, the first attempt is still running', group: 'busy', happened: 'unknown' },
    ...{ remember: 'no', rememberHow: 'the first attempt’s answer is what counts' },
    ...{ retry: 'yes', retryHow: 'a little later', key: 'same' },
    why: 'Nothing to correct: the answer is on its way. If this were remembered, the client would hear “still running” for ever.',
    sources: ['draft-key', 'stripe-v1'],
  },
  {
    id: 'conflict',
    ...{ failure: '409, somebody else changed it', group: 'refused', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'nothing was done' },
    ...{ retry: 'after-mending', retryHow: 'read it again, then decide', key: 'new' },
    why: 'The state is not what the request assumed. What is sent after reading again is another request.',
    sources: ['rfc9110'],
  },
  {
    id: 'precondition',
    ...{ failure: '412, the condition is false', group: 'refused', happened: 'unknown' },
    ...{ remember: 'no', rememberHow: 'the condition decides, not a record' },
    ...{ retry: 'after-mending', retryHow: 'look first whether it was you', key: 'none' },
    why: 'After a lost reply it may be your own first attempt that made the condition false. Compare what is stored with what you sent before you call it a conflict.',
    sources: ['rfc9110', 's3'],
  },
  {
    id: 'other-body',
    ...{ failure: '422, known key, other request', group: 'refused', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'the first request’s record stays as it is' },
    ...{ retry: 'no', retryHow: 'mend the client' },
    key: 'new',
    why: 'The key names another request. Replaying that one’s answer would swallow this one. The draft says 422; Stripe says 400, Rocket Rides 409.',
    sources: ['draft-key', 'stripe-v1', 'rocket-rides'],
  },
  {
    ...{ id: 'too-many', failure: '429, too many requests', group: 'busy', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'refused before the key is looked at' },
    ...{ retry: 'yes', retryHow: 'as Retry-After says', key: 'same' },
    why: 'Stripe’s limiter stands in front of its keys. A remembered 429 would refuse the retry that it asked for.',
    sources: ['stripe-errors'],
  },
  {
    id: 'failed-before',
    ...{ failure: '500, surely before the effect', group: 'broken', happened: 'no' },
    ...{ remember: 'no', rememberHow: 'take the claim back' },
    ...{ retry: 'yes', retryHow: 'after a wait', key: 'same' },
    why: 'Nothing happened, so trying again is safe and may work. Remembered, one bad moment would be the answer for the whole window.',
    sources: ['draft-key', 'powertools'],
  },
  {
    id: 'failed-after',
    ...{ failure: '500, the effect may have happened', group: 'broken', happened: 'unknown' },
    ...{ remember: 'depends', rememberHow: 'yes, or finish the work first' },
    ...{ retry: 'yes', retryHow: 'to learn how it ended', key: 'same' },
    why: 'Forget it, and the retry does it again. Stripe v1 remembers the 500; Stripe v2 carries on where it stopped; Powertools deletes the record and runs it again, which is only right if nothing had happened.',
    sources: ['stripe-v1', 'stripe-v2', 'powertools'],
  },
  {
    id: 'bad-gateway',
    ...{ failure: '502, the gateway got no proper answer', group: 'broken', happened: 'unknown' },
    ...{ remember: 'depends', rememberHow: 'not by the gateway; by the server behind it' },
    ...{ retry: 'yes', retryHow: 'after a wait', key: 'same' },
    why: 'The server behind it may have finished. A gateway that retries a POST by itself must send the same key along.',
    sources: ['rfc9110', 'draft-key'],
  },
  {
    ...{
      id: 'unavailable',
      failure: '503, overloaded or down',
      group: 'busy',
      happened: 'unknown',
    },
    ...{
      remember: 'depends',
      rememberHow: 'no, if refused at the door; as a 500, if the work had begun',
    },
    ...{ retry: 'yes', retryHow: 'as Retry-After says', key: 'same' },
    why: 'Usually refused at the door, but a server that fails midway may say the same. Rocket Rides stores a 503 when the card provider has a bad moment, and repeats it for that key until the record is dropped.',
    sources: ['rfc9110', 'rocket-rides'],
  },
  {
    id: 'gateway-timeout',
    ...{ failure: '504, the gateway waited too long', group: 'silence', happened: 'unknown' },
    ...{ remember: 'depends', rememberHow: 'whatever the server ends with' },
    ...{ retry: 'yes', retryHow: 'after a wait', key: 'same' },
    why: 'A timeout that somebody else noticed. The server behind it may still be at work, so expect 409 for a while.',
    sources: ['rfc9110', 'draft-key'],
  },
  {
    id: 'crash',
    ...{ failure: 'The server crashed midway', group: 'silence', happened: 'unknown' },
    ...{ remember: 'depends', rememberHow: 'the claim, until its lease ends' },
    ...{ retry: 'yes', retryHow: 'until the lease has ended', key: 'same' },
    why: 'A claim without a lease refuses every retry for as long as it is kept. Rocket Rides lets another worker take over after 90 s; Powertools when the Lambda’s time is up.',
    sources: ['rocket-rides', 'powertools'],
  },
];
