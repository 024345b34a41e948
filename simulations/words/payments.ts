import type { ChargeAccepted, ChargeRequested } from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

/** A payment provider. */
export const PAYMENTS: Words = {
  messages: {
    'charge.requested': ({ amount, key }: ChargeRequested) =>
      `charge ${amount}${key === null ? '' : `, ${key}`}`,
    'charge.declined': () => 'declined',
    'charge.accepted': ({ replayed }: ChargeAccepted) => (replayed ? 'charged before' : 'charged'),
  },
  replies: ['charge.accepted', 'charge.declined'],
  facts: { 'card.charged': { once: 'card charged', again: 'charged again' } },
  tables: {
    'payment-provider': ({ charges }: { readonly charges: number }) => [
      {
        title: 'Charges',
        columns: ['charge'],
        rows: Array.from({ length: charges }, (_, index) => [`ch-${index + 1}`]),
        empty: 'No card has been charged.',
      },
    ],
  },
};
