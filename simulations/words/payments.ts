import type { ChargeAccepted, ChargeRequested } from '@/simulations/messages';
import { numbered } from '@/simulations/words/numbered';
import type { Words } from '@/simulations/words/words';

interface ChargesMade {
  readonly charges: number;
  readonly seen: Readonly<Record<string, string>>;
}

/** A payment provider. */
export const PAYMENTS: Words = {
  messages: {
    'charge.requested': ({ amount, key, card }: ChargeRequested) =>
      `charge ${amount}${card === undefined ? '' : `, ${card}`}${key === null ? '' : `, ${key}`}`,
    'charge.declined': () => 'declined',
    'charge.accepted': ({ replayed }: ChargeAccepted) => (replayed ? 'charged before' : 'charged'),
  },
  replies: ['charge.accepted', 'charge.declined'],
  facts: { 'card.charged': { once: 'card charged', again: 'charged again' } },
  tables: {
    'payment-provider': ({ charges, seen }: ChargesMade) => [
      numbered({
        ...{ title: 'Charges', column: 'charge', name: 'ch', empty: 'No card has been charged.' },
        ...{ count: charges, seen },
      }),
    ],
  },
};
