import { mail } from '@/simulations/actors/asking';
import { outboxRelay } from '@/simulations/actors/outbox-relay';
import type { MailAccepted } from '@/simulations/messages';

export interface MailRelayInput {
  /** Whether the mail provider is told the row’s id as a key. */
  readonly keyed: boolean;
}

/** Sends the mails that wait in an outbox. */
export const mailRelay = outboxRelay<MailRelayInput, MailAccepted>({
  ...{ id: 'mail-relay', column: 'mail', passing: 'mailing', until: 'mail.accepted' },
  passOn: (row, { keyed }) => mail(row, keyed ? row.id : null),
});
