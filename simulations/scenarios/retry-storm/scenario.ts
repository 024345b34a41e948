import type { ProcessSpec } from '@/lib/engine/model';
import { defineScenario } from '@/lib/scenario/define-scenario';
import { bookingService } from '@/simulations/actors/booking-service';
import { client } from '@/simulations/actors/client';
import { hop } from '@/simulations/actors/hop';
import { PARCEL } from '@/simulations/effects';
import { BETWEEN } from '@/simulations/scenarios/retry-storm/between';
import { code } from '@/simulations/scenarios/retry-storm/code';
import { captions, lesson } from '@/simulations/scenarios/retry-storm/lesson';
import { participant, retry } from '@/simulations/stages/parts';
import { printer } from '@/simulations/stages/printer';
import { serviceChain } from '@/simulations/stages/service-chain';
import { CHAIN } from '@/simulations/words/chain';
import { HTTP } from '@/simulations/words/http';
import { wordingOf } from '@/simulations/words/words';

/** A call takes milliseconds, so only pauses and the outage take time; half of the first pause is one tick. */
const TICK_MS = 500;
const BASE_TICKS = 2;
const CAP_TICKS = 8;
const OUTAGE_TICKS = 40;
/** Nobody’s patience ends here: what is taught is how calls multiply, and not a timeout. */
const PATIENCE_TICKS = 400;

export const retryStorm = defineScenario({
  slug: 'retry-storm',
  stage: 'service-chain',
  title: 'The retry storm',
  question: 'Every service tries again. How often is the last one called?',
  knobs: {
    attempts: {
      ...{ kind: 'count', label: 'Attempts', initial: 3, min: 1, max: 4 },
      help: 'How often whoever retries calls the next one, the first call among them.',
    },
    layers: {
      ...{ kind: 'count', label: 'Layers', initial: 3, min: 1, max: 4 },
      help: 'How many callers stand above the last service: the client and the services between.',
    },
    retryAt: {
      ...{ kind: 'choice', label: 'Who retries' },
      help: 'Whether every caller tries again when a call fails, or only the first of them.',
      values: [
        {
          value: 'every-hop',
          label: 'every caller',
          help: 'Each call is multiplied on its way down.',
        },
        {
          value: 'edge-only',
          label: 'the client only',
          help: 'The services between pass a failure on.',
        },
      ],
    },
    backoff: {
      ...{ kind: 'choice', label: 'Pause between attempts' },
      help: 'How long whoever calls again waits before that.',
      values: [
        { value: 'none', label: 'none' },
        { value: 'exponential', label: 'exponential', help: '1 s, then 2 s, then 4 s.' },
        {
          value: 'full-jitter',
          label: 'full jitter',
          help: 'Anything between nothing and the exponential pause; here its average, half of it.',
        },
      ],
    },
  },
  cast: ({ attempts, layers, retryAt, backoff }) => {
    const pausing = { backoff, baseTicks: BASE_TICKS, capTicks: CAP_TICKS };
    const between = BETWEEN.slice(0, layers - 1);
    const after = (index: number) => between[index + 1] ?? 'shipping';
    const services = between.map((id, index): ProcessSpec => {
      const own = retryAt === 'every-hop' ? attempts : 1;
      return participant(id, 'service', id, hop, { next: after(index), attempts: own, ...pausing });
    });
    return serviceChain({
      ...{ tickMs: TICK_MS, usualTicks: 0 },
      chain: [
        participant('client', 'client', 'client', client, {
          ...{ method: 'POST', path: '/orders', servers: [after(-1)], key: 'none' },
          ...{ retries: attempts - 1, timeoutTicks: PATIENCE_TICKS, backoffTicks: 0, pausing },
        }),
        ...services,
        participant('shipping', 'service', 'shipping', bookingService, {
          outageTicks: OUTAGE_TICKS,
        }),
      ],
      beside: [{ process: printer, to: 'shipping' }],
    });
  },
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [PARCEL] },
  calmAttempt: retry('client'),
  script: 'crash.printer.0',
  bounds: { losses: 0, duplicates: 0, crashes: 1, retries: 2 },
  retriesFor: ({ attempts }) => attempts - 1,
  claims: [
    { when: {}, over: 'run', then: 'duplicate' },
    { when: {}, over: 'run', then: { count: 27, of: 'parcel.booked' } },
    { when: { attempts: 4 }, over: 'run', then: { count: 64, of: 'parcel.booked' } },
    { when: { attempts: 4, layers: 4 }, over: 'run', then: { count: 256, of: 'parcel.booked' } },
    { when: { layers: 1 }, over: 'run', then: { count: 3, of: 'parcel.booked' } },
    { when: { retryAt: 'edge-only' }, over: 'run', then: { count: 3, of: 'parcel.booked' } },
    {
      ...{ when: { retryAt: 'edge-only', layers: 4 }, over: 'run' },
      then: { count: 3, of: 'parcel.booked' },
    },
    // Pauses that end before the outage does make no fewer calls.
    { when: { backoff: 'full-jitter' }, over: 'run', then: { count: 27, of: 'parcel.booked' } },
    // Pauses outlast the outage: fewer calls, and the order is told as made, though not once.
    { when: { backoff: 'exponential' }, over: 'run', then: { count: 16, of: 'parcel.booked' } },
    // The fewest calls that still retry are two for each, and one attempt is no retry at all.
    { when: {}, over: 'forAll', then: 'duplicate' },
    { when: { attempts: 1 }, over: 'run', then: { count: 1, of: 'parcel.booked' } },
  ],
  wording: wordingOf(HTTP, CHAIN),
  captions,
  code,
  lesson,
  concepts: [178, 179],
});
