import type { Message, Received } from '@/lib/engine/model';
import type { Saying } from '@/simulations/actors/handler';
import type { KeyCommand } from '@/simulations/actors/key-store/contents';
import type {
  MailRequested,
  MessageAcknowledged,
  MessageDelivered,
  MessagePublished,
  RequestSent,
  ResponseSent,
  Statement,
  StatementSent,
  VisibilityExtended,
} from '@/simulations/messages';

/** What handlers say again and again, with the labels that a reader needs filled in. */

/** Answers an HTTP request on the connection of its attempt. */
export const respond = (
  { from, intent, attempt }: Received<RequestSent>,
  answer: Pick<ResponseSent, 'status' | 'body'> &
    Partial<Pick<ResponseSent, 'replayed' | 'reason' | 'found' | 'history'>>,
): Saying => ({
  to: from,
  message: {
    ...{ type: 'response.sent', intent, attempt, replayed: false },
    ...answer,
  } satisfies ResponseSent,
});

/** Sends a statement to a database. Inside of a transaction each must say so. */
export const execute = (
  about: Pick<Message, 'intent'>,
  statement: Statement,
  {
    database = 'orders',
    inTransaction = false,
    knows,
  }: Partial<Pick<StatementSent, 'inTransaction' | 'knows'>> & { readonly database?: string } = {},
): Saying => ({
  to: database,
  message: {
    ...{ type: 'statement.sent', intent: about.intent, statement, inTransaction },
    ...(knows && { knows }),
  } satisfies StatementSent,
});

/** Gives a command to the key store. */
export const toKeys = (message: KeyCommand): Saying => ({ to: 'keys', message });

/** What a command about the key of a request begins with. */
export const keyOf = ({ intent, key }: RequestSent) => ({ intent, key: key ?? '' });

/** Asks the mail provider for a receipt; with a key, a repeat of this sends no second one. */
export const mail = ({ intent }: Pick<Message, 'intent'>, key: string | null = null): Saying => ({
  to: 'mails',
  message: { type: 'mail.requested', intent, key } satisfies MailRequested,
});

/** Publishes a message under an id that is the same in every attempt. */
export const publish = (
  { intent }: Pick<Message, 'intent'>,
  id: string,
  { to = 'queue', attempt = 1 } = {},
): Saying => ({
  to,
  message: { type: 'message.published', intent, id, attempt } satisfies MessagePublished,
});

/** Acknowledges a delivery to the queue that it came from. */
export const acknowledge = ({ from, intent, id, receipt }: Received<MessageDelivered>): Saying => ({
  to: from,
  message: { type: 'message.acknowledged', intent, id, receipt } satisfies MessageAcknowledged,
});

/** Asks the queue to hide a delivery for another full visibility timeout. */
export const extend = ({ from, intent, id, receipt }: Received<MessageDelivered>): Saying => ({
  to: from,
  message: { type: 'visibility.extended', intent, id, receipt } satisfies VisibilityExtended,
});
