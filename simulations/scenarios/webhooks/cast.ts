import type { Cast, Opening, ProcessSpec } from '@/lib/engine/model';
import { webhookApp, type WebhookAppInput } from '@/simulations/actors/webhook-app';
import { webhookSender, type WebhookSenderInput } from '@/simulations/actors/webhook-sender';
import { APPLIED } from '@/simulations/effects';
import { orders } from '@/simulations/stages/backstage';
import {
  CUSTOMER,
  participant,
  purchase,
  reliable,
  server,
  unreliable,
} from '@/simulations/stages/parts';

/** 1 tick = 1 s: five seconds for an answer, as Shopify gives. Its pauses are longer than ours. */
const TICK_MS = 1_000;
const PATIENCE = { retries: 2, timeoutTicks: 5, pauseTicks: 2 };
const NETWORK = { usualTicks: 1, latestTicks: 2 };
/** The address is changed again before an earlier delivery is tried again. */
const CHANGED_AGAIN_AT = 4;

/** What happened before. Nobody asks how it fares, so it is no intent. */
const EARLIER: Opening = {
  ...purchase('platform.2', ''),
  message: { type: 'purchase.wanted', intent: null, amount: 0 },
};

export interface Settings {
  readonly dedup: WebhookAppInput['dedup'];
  readonly subscriptions: '1' | '2';
  readonly event: WebhookAppInput['about'];
  readonly order: 'as-it-comes' | 'versioned';
}

const sender = (name: string, input: Partial<WebhookSenderInput>) => ({
  ...{ id: `platform.${name}`, machine: webhookSender },
  input: { ...PATIENCE, endpoint: 'app', version: 1, ...input } as WebhookSenderInput,
});

/** Who delivers the event that is asked after. */
export const WATCHED = 'platform.1';

function platformOf({ subscriptions, event }: Settings): ProcessSpec {
  const others =
    event === 'address'
      ? [sender('2', { event: 'event-1', webhook: 'hook-1' })]
      : subscriptions === '2'
        ? [sender('2', { event: 'event-1', webhook: 'hook-2' })]
        : [];
  const watched =
    event === 'address'
      ? { event: 'event-2', webhook: 'hook-2', version: 2 }
      : { event: 'event-1', webhook: 'hook-1', ...(others[0] && { next: others[0].id }) };
  return {
    ...participant('platform', 'provider', 'platform', webhookSender),
    actors: [sender('1', watched), ...others],
  };
}

/** A platform that tells an application of what customers do. */
export function castOf(settings: Settings): Cast {
  const { dedup, event, order } = settings;
  const { process: database } = orders(
    event === 'address'
      ? {
          addresses: {
            ...{ unique: [['customer']], fact: null },
            writes: { made: APPLIED.fact, undone: APPLIED.undoneBy ?? '' },
          },
        }
      : {
          ...(dedup === 'none' ? {} : { inbox: { unique: [['id']], fact: null } }),
          shipments: { unique: [], fact: APPLIED.fact },
        },
  );
  const platform = platformOf(settings);
  const { usualTicks, latestTicks } = NETWORK;
  return {
    tickMs: TICK_MS,
    processes: [
      CUSTOMER,
      platform,
      server({ id: 'app', group: 'app', label: 'app', kind: 'service' }, 2, webhookApp, {
        ...{ dedup, about: event, versioned: order === 'versioned' },
      }),
      database,
    ],
    links: [unreliable(platform.id, 'app', usualTicks, latestTicks), reliable('app', database.id)],
    openings:
      event === 'address'
        ? [EARLIER, purchase(WATCHED, 'A', CHANGED_AGAIN_AT)]
        : [purchase(WATCHED, 'A')],
  };
}
