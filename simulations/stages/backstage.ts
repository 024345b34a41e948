import type { ProcessId, ProcessSpec, Ticks } from '@/lib/engine/model';
import { addressService } from '@/simulations/actors/address-service';
import { database } from '@/simulations/actors/database';
import type { DatabaseInput } from '@/simulations/actors/database/state';
import { keyStore } from '@/simulations/actors/key-store';
import { mailProvider } from '@/simulations/actors/mail-provider';
import { paymentProvider } from '@/simulations/actors/payment-provider';
import { participant } from '@/simulations/stages/parts';

/** What stands behind a service, and how messages travel to it and back. */
export interface Backstage {
  readonly process: ProcessSpec;
  readonly usualTicks: Ticks;
  readonly latestTicks: Ticks;
  /** Whether messages may be lost on the way: all of them, none, or only those to the process named. */
  readonly lossy?: boolean | ProcessId;
}

/** Longer than a client’s patience, so that an original can meet its own retry. */
export const LATEST_TICKS = 6;

const near = (process: ProcessSpec): Backstage => ({ process, usualTicks: 0, latestTicks: 0 });

/** A key store next door: it answers at once, since what is taught are the steps and not their length. */
export const keys = (): Backstage => near(participant('keys', 'store', 'key store', keyStore));

/** A database next door. */
export const orders = (tables: DatabaseInput['tables']): Backstage =>
  near(participant('orders', 'database', 'database', database, { tables }));

/** Somebody else’s card provider: it may take its time, but it is not lost on the way to it. */
export const payments = (
  latestTicks: Ticks = LATEST_TICKS,
  declines?: readonly string[],
): Backstage => ({
  process: participant(
    ...(['payments', 'provider', 'card provider', paymentProvider] as const),
    declines ? { declines } : null,
  ),
  ...{ usualTicks: 1, latestTicks },
});

/** Somebody else’s address service: asking it changes nothing, but it may take its time. */
export const addresses = (usualTicks: Ticks, latestTicks: Ticks): Backstage => ({
  process: participant('addresses', 'provider', 'address service', addressService),
  ...{ usualTicks, latestTicks },
});

/** Somebody else’s mail provider, just as far away. */
export const mails = (): Backstage => ({
  process: participant('mails', 'provider', 'mail provider', mailProvider),
  ...{ usualTicks: 1, latestTicks: LATEST_TICKS },
});
