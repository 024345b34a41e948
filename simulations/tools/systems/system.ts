import type { SourceId } from '@/simulations/tools/sources';

/** What one real system does about repeats. What could not be read in its documentation is null, and shown as that. */
export interface System {
  /** As in an address. */
  readonly id: string;
  readonly name: string;
  readonly kind: SystemKind;
  /** What a repeat is recognised by, and who makes it. */
  readonly key: string;
  readonly scope: string | null;
  readonly window: string | null;
  /** The window as a length of time, where it is one; Infinity: as long as the data. */
  readonly windowMs: number | null;
  readonly inFlight: string | null;
  readonly otherBody: string | null;
  readonly stored: string | null;
  /** What surprises people. */
  readonly note?: string;
  readonly sources: readonly SourceId[];
}

export type SystemKind =
  'standard' | 'payments' | 'webhooks' | 'cloud' | 'queues' | 'stores' | 'libraries';

export const KINDS: Readonly<Record<SystemKind, string>> = {
  standard: 'standard',
  payments: 'payment APIs',
  webhooks: 'webhooks',
  cloud: 'cloud APIs',
  queues: 'queues and logs',
  stores: 'databases and stores',
  libraries: 'libraries',
};

/** The columns that can be chosen, in order. */
export const COLUMNS = {
  key: 'Recognised by',
  scope: 'Scope',
  window: 'Remembered for',
  inFlight: 'Repeat while running',
  otherBody: 'Same key, other request',
  stored: 'What a repeat gets',
} as const satisfies Partial<Record<keyof System, string>>;

export type Column = keyof typeof COLUMNS;

/** A system’s window alone, as a length of time. */
export type SystemWindow = Pick<System, 'id' | 'name' | 'window'> & { readonly windowMs: number };
