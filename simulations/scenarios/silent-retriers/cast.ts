import type { Cast } from '@/lib/engine/model';
import { chargeService } from '@/simulations/actors/charge-service';
import { client } from '@/simulations/actors/client';
import { retrier as machine, type RetrierInput, RETRIERS } from '@/simulations/actors/retrier';
import { keys, payments } from '@/simulations/stages/backstage';
import { clientInput, httpApi } from '@/simulations/stages/http-api';
import { participant, reliable, server } from '@/simulations/stages/parts';

interface Asked extends Pick<RetrierInput, 'policy'> {
  readonly retrier: keyof typeof RETRIERS;
  readonly key: 'none' | 'per-intent';
}

/** Longer than all that is done without it: the program itself never asks twice. */
const PATIENCE_TICKS = 60;

/** nginx tries the next server, and where there is none it does not try again. The others may ask the same once more. */
const serversOf = (retrier: keyof typeof RETRIERS) =>
  retrier === 'proxy' ? (['api-a', 'api-b'] as const) : (['api-a'] as const);

/** A program, somebody between it and the API who retries, and a card provider. */
export function cast({ retrier, policy, key }: Asked): Cast {
  const { label, ...input } = RETRIERS[retrier];
  const path = '/charges';
  const own = { path, retries: 0, key, timeoutTicks: PATIENCE_TICKS };
  const between = server({ id: 'retrier', group: 'retrier', label, kind: 'service' }, 1, machine, {
    ...input,
    servers: serversOf(retrier),
    policy,
  } satisfies RetrierInput);
  const stage = httpApi({
    client: own,
    clients: () => [
      participant('client', 'client', 'program', client, clientInput(['retrier'], own)),
      // What is taught is what it does on its own; its own crash is a lost request or a lost reply.
      { ...between, crashes: false },
    ],
    service: chargeService,
    serviceInput: {
      ...{ claim: key === 'none' ? 'none' : 'atomic' },
      ...{ inFlight: 'wait', pollTicks: 2, pollsMax: 5 },
    },
    ...{ instances: serversOf(retrier).length, handlers: 3 },
    behind: key === 'none' ? [payments()] : [keys(), payments()],
  });
  return {
    ...stage,
    links: [
      reliable('client', 'retrier'),
      ...stage.links.filter(({ between: ends }) => !ends.includes('client')),
    ],
  };
}
