import type { Words } from '@/simulations/words/words';

/** Services that call one another. */
export const CHAIN: Words = {
  facts: { 'parcel.booked': { once: 'parcel booked', again: 'booked again' } },
  timers: { backingOff: 'has waited, calls again', outage: 'the printer is back' },
  tables: {
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
