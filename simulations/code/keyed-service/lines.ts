import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';

/** Beside what the service does about keys: whether its code says what becomes of a declined card. */
export type CodeInput = KeyedServiceInput & { readonly mayBeDeclined?: true };

export type Line = string | false | readonly Line[];

export const lines = (all: readonly Line[]): string =>
  all
    .flat(3)
    .filter((line): line is string => typeof line === 'string')
    .join('\n');

export const comparesBodies = ({ fingerprint = 'off' }: KeyedServiceInput): boolean =>
  fingerprint !== 'off';
