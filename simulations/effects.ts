import type { Meant } from '@/lib/outcomes/judge';

type Effect = Meant['effects'][number];

/** Kinds of effect that are meant to happen once for each intent. */
export const CHARGE: Effect = { fact: 'card.charged', noun: 'charges', did: 'charged' };
export const ORDER: Effect = { fact: 'order.created', noun: 'orders', did: 'ordered' };
/** What the last service of a chain does. */
export const PARCEL: Effect = { fact: 'parcel.booked', noun: 'parcels', did: 'booked' };
export const SHIPMENT: Effect = { fact: 'parcel.shipped', noun: 'parcels', did: 'shipped' };
