import type { MailRequested } from '@/simulations/messages';
import { numbered } from '@/simulations/words/numbered';
import type { Words } from '@/simulations/words/words';

interface MailsSent {
  readonly mails: number;
  readonly seen: Readonly<Record<string, string>>;
}

/** A provider that sends mails. */
export const MAILS: Words = {
  messages: {
    'mail.requested': ({ key }: MailRequested) => `send receipt${key === null ? '' : `, ${key}`}`,
    'mail.accepted': () => 'accepted',
  },
  replies: ['mail.accepted'],
  facts: { 'mail.sent': { once: 'receipt mailed', again: 'mailed again' } },
  tables: {
    'mail-provider': ({ mails, seen }: MailsSent) => [
      numbered({
        ...{ title: 'Mails', column: 'mail', name: 'mail', empty: 'No mail has been sent.' },
        ...{ count: mails, seen },
      }),
    ],
  },
};
