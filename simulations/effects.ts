import type { Meant } from '@/lib/outcomes/meant';

type Effect = Meant['effects'][number];

/** Kinds of effect that are meant to happen once for each intent. */
export const CHARGE: Effect = { fact: 'card.charged', noun: 'charges', did: 'charged' };
export const ORDER: Effect = { fact: 'order.created', noun: 'orders', did: 'ordered' };
/** What the last service of a chain does. */
export const PARCEL: Effect = { fact: 'parcel.booked', noun: 'parcels', did: 'booked' };
export const SHIPMENT: Effect = { fact: 'parcel.shipped', noun: 'parcels', did: 'shipped' };
export const MAIL: Effect = { fact: 'mail.sent', noun: 'receipts', did: 'mailed' };
/** In what an account holds: a write that leaves it out again has undone it. */
export const DEPOSIT: Effect = {
  ...{ fact: 'deposit.counted', noun: 'deposits', did: 'counted', undoneBy: 'deposit.dropped' },
};
/** Whatever a request is for, be it only an answer. */
export const EFFECT: Effect = {
  ...{ fact: 'effect.had', noun: 'effects', did: 'carried out', undoneBy: 'effect.undone' },
};
export const DEBIT: Effect = { fact: 'account.debited', noun: 'debits', did: 'debited' };
export const CREDIT: Effect = { fact: 'account.credited', noun: 'credits', did: 'credited' };
/** What an application does because it was told of an event. */
export const APPLIED: Effect = {
  ...{ fact: 'event.applied', noun: 'effects', did: 'applied', undoneBy: 'event.overwritten' },
};
