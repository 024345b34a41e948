import type { StateTable } from '@/lib/projections/wording';
import type {
  StepAnswered,
  StepRequested,
  UndoConfirmed,
  UndoRequested,
} from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

interface SagaStepView {
  readonly steps: Readonly<Record<string, 'done' | 'refused'>>;
  readonly undone: readonly string[];
}

const UNDONE: Readonly<Record<UndoConfirmed['outcome'], string>> = {
  undone: 'undone',
  'undone-before': 'undone, as before',
  'nothing-to-undo': 'nothing to undo',
};

/** Services that call one another. */
export const CHAIN: Words = {
  messages: {
    'step.requested': ({ what, key }: StepRequested) => `${what}${key === null ? '' : `, ${key}`}`,
    'step.answered': ({ ok, replayed }: StepAnswered) =>
      `${ok ? 'done' : 'refused'}${replayed ? ', as before' : ''}`,
    'undo.requested': ({ what, key }: UndoRequested) => `${what}${key === null ? '' : `, ${key}`}`,
    'undo.confirmed': ({ outcome }: UndoConfirmed) => UNDONE[outcome],
  },
  replies: ['step.answered', 'undo.confirmed'],
  facts: {
    'parcel.booked': { once: 'parcel booked', again: 'booked again' },
    'courier.told': { once: 'courier told that delivery is paid' },
    'stock.reserved': { once: 'stock reserved', again: 'reserved again' },
    'stock.released': { once: 'stock released', again: 'released again' },
    'card.charged': { once: 'card charged', again: 'charged again' },
    'card.refunded': { once: 'card refunded', again: 'refunded again' },
  },
  timers: { backingOff: 'has waited, calls again', outage: 'the printer is back' },
  tables: {
    'saga-step': keysOf,
    'booking-service': ({ parcels }: { readonly parcels: number }) => [
      {
        title: 'Parcels',
        columns: ['booked'],
        rows: parcels === 0 ? [] : [[String(parcels)]],
        empty: 'No parcel is booked.',
      },
    ],
  },
};

/** A step's key keeps its answer even after the step was taken back, and the undoing has a key of its own. */
function keysOf({ steps, undone }: SagaStepView): readonly StateTable[] {
  return [
    {
      title: 'Keys',
      columns: ['key', 'answer'],
      rows: [...Object.entries(steps), ...undone.map((key) => [key, UNDONE.undone])],
      empty: 'No key is remembered.',
    },
  ];
}
