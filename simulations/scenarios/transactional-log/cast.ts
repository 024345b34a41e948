import type { Cast, ProcessSpec } from '@/lib/engine/model';
import { logReader } from '@/simulations/actors/log-reader';
import { logWorker } from '@/simulations/actors/log-worker';
import { orderLog } from '@/simulations/actors/order-log';
import { paymentProvider } from '@/simulations/actors/payment-provider';
import { transactionalLog } from '@/simulations/actors/transactional-log';
import { CHARGE } from '@/simulations/effects';
import type { Isolation } from '@/simulations/log-messages';
import { orders } from '@/simulations/stages/backstage';
import { KAFKA } from '@/simulations/stages/kafka';
import {
  AMOUNT,
  CUSTOMER,
  participant,
  purchase,
  reliable,
  server,
  unreliable,
} from '@/simulations/stages/parts';

const PROVIDER = 'payments';

export interface Settings {
  readonly offsets: 'outside' | 'inside';
  readonly isolation: Isolation;
  readonly effect: 'log' | 'external';
}

/** Orders come in one log. A worker reads them and writes to another, from which they are charged, unless it charges itself. */
export function castOf({ offsets, isolation, effect }: Settings): Cast {
  const isOutside = effect === 'external';
  const worker = { id: 'worker', group: 'worker', label: 'worker', kind: 'consumer' } as const;
  const { process: database } = orders({ charges: { unique: [], fact: CHARGE.fact } });
  const behind: readonly ProcessSpec[] = isOutside
    ? [participant(PROVIDER, 'provider', 'card provider', paymentProvider)]
    : [
        participant('billing', 'consumer', 'billing', logReader, {
          ...{ log: 'log', isolation, table: 'charges' },
        }),
        database,
      ];
  return {
    tickMs: KAFKA.tickMs,
    processes: [
      CUSTOMER,
      participant('source', 'queue', 'order log', orderLog),
      server(worker, 1, logWorker, {
        ...{ source: 'source', log: 'log', name: 'charger', offsets, amount: AMOUNT },
        ...{ retries: KAFKA.retries, timeoutTicks: KAFKA.timeoutTicks },
        ...(isOutside && { provider: PROVIDER }),
      }),
      participant('log', 'queue', 'charge log', transactionalLog),
      ...behind,
    ],
    links: [
      reliable('source', 'worker'),
      unreliable('worker', 'log', 0, 1),
      ...(isOutside
        ? [reliable('worker', PROVIDER)]
        : [reliable('log', 'billing'), reliable('billing', database.id)]),
    ],
    openings: [purchase('source', 'A')],
  };
}
