import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';

/** Beside what the service does about keys: whether its code says what becomes of a declined card. */
export type CodeInput = KeyedServiceInput & { readonly mayBeDeclined?: true };

export type Line = string | false | readonly Line[];

/** The lines that are there, one after another. */
export const flat = (all: readonly Line[]): readonly string[] =>
  all.flat(3).filter((line): line is string => typeof line === 'string');

export const comparesBodies = ({ fingerprint = 'off' }: KeyedServiceInput): boolean =>
  fingerprint !== 'off';
