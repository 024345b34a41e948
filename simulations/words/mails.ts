import type { MailRequested } from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

/** A provider that sends mails. */
export const MAILS: Words = {
  messages: {
    'mail.requested': ({ key }: MailRequested) => `send receipt${key === null ? '' : `, ${key}`}`,
    'mail.accepted': () => 'accepted',
  },
  replies: ['mail.accepted'],
  facts: { 'mail.sent': { once: 'receipt mailed', again: 'mailed again' } },
  tables: {
    'mail-provider': ({ mails }: { readonly mails: number }) => [
      {
        title: 'Mails',
        columns: ['mail'],
        rows: Array.from({ length: mails }, (_, index) => [`mail-${index + 1}`]),
        empty: 'No mail has been sent.',
      },
    ],
  },
};
