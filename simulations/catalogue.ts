import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { checkThenAct } from '@/simulations/scenarios/check-then-act/scenario';
import { checkoutSaga } from '@/simulations/scenarios/checkout-saga/scenario';
import { conditionalUpdate } from '@/simulations/scenarios/conditional-update/scenario';
import { crashWindow } from '@/simulations/scenarios/crash-window/scenario';
import { dedupWindow } from '@/simulations/scenarios/dedup-window/scenario';
import { doubleClick } from '@/simulations/scenarios/double-click/scenario';
import { dualWrite } from '@/simulations/scenarios/dual-write/scenario';
import { expiredWindow } from '@/simulations/scenarios/expired-window/scenario';
import { externalCharge } from '@/simulations/scenarios/external-charge/scenario';
import { fifoDedup } from '@/simulations/scenarios/fifo-dedup/scenario';
import { forgottenExpiry } from '@/simulations/scenarios/forgotten-expiry/scenario';
import { idempotentProducer } from '@/simulations/scenarios/idempotent-producer/scenario';
import { keyThroughHops } from '@/simulations/scenarios/key-through-hops/scenario';
import { lock } from '@/simulations/scenarios/lock/scenario';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';
import { markFirst } from '@/simulations/scenarios/mark-first/scenario';
import { memoryStore } from '@/simulations/scenarios/memory-store/scenario';
import { methods } from '@/simulations/scenarios/methods/scenario';
import { missingKey } from '@/simulations/scenarios/missing-key/scenario';
import { receiptMail } from '@/simulations/scenarios/receipt-mail/scenario';
import { redeliveredFlag } from '@/simulations/scenarios/redelivered-flag/scenario';
import { redelivery } from '@/simulations/scenarios/redelivery/scenario';
import { replayFidelity } from '@/simulations/scenarios/replay-fidelity/scenario';
import { retryStorm } from '@/simulations/scenarios/retry-storm/scenario';
import { sameKeyOtherBody } from '@/simulations/scenarios/same-key-other-body/scenario';
import { setOrIncrement } from '@/simulations/scenarios/set-or-increment/scenario';
import { silentRetriers } from '@/simulations/scenarios/silent-retriers/scenario';
import { storeLoss } from '@/simulations/scenarios/store-loss/scenario';
import { storedErrors } from '@/simulations/scenarios/stored-errors/scenario';
import { stuckInProgress } from '@/simulations/scenarios/stuck-in-progress/scenario';
import { transactionalLog } from '@/simulations/scenarios/transactional-log/scenario';
import { transactionsOrKeys } from '@/simulations/scenarios/transactions-or-keys/scenario';
import { twoTenants } from '@/simulations/scenarios/two-tenants/scenario';
import { uniqueConstraint } from '@/simulations/scenarios/unique-constraint/scenario';
import { visibilityTimeout } from '@/simulations/scenarios/visibility-timeout/scenario';
import { weakKey } from '@/simulations/scenarios/weak-key/scenario';
import { webhooks } from '@/simulations/scenarios/webhooks/scenario';
import { whenToAck } from '@/simulations/scenarios/when-to-ack/scenario';
import { whereItFailed } from '@/simulations/scenarios/where-it-failed/scenario';
import { whoMakesTheKey } from '@/simulations/scenarios/who-makes-the-key/scenario';

/** The scenarios in teaching order. */
export const catalogue: readonly Scenario[] = [
  lostResponse,
  whereItFailed,
  doubleClick,
  whoMakesTheKey,
  weakKey,
  checkThenAct,
  memoryStore,
  crashWindow,
  externalCharge,
  stuckInProgress,
  expiredWindow,
  sameKeyOtherBody,
  twoTenants,
  replayFidelity,
  storedErrors,
  missingKey,
  methods,
  setOrIncrement,
  uniqueConstraint,
  conditionalUpdate,
  lock,
  transactionsOrKeys,
  receiptMail,
  silentRetriers,
  storeLoss,
  redelivery,
  whenToAck,
  markFirst,
  forgottenExpiry,
  dedupWindow,
  visibilityTimeout,
  fifoDedup,
  idempotentProducer,
  transactionalLog,
  webhooks,
  redeliveredFlag,
  dualWrite,
  retryStorm,
  keyThroughHops,
  checkoutSaga,
];

export const scenarioBySlug = (slug: string): Scenario | undefined =>
  catalogue.find((scenario) => scenario.slug === slug);

/** A stage's scenarios, in teaching order. */
export const scenariosOn = (stage: StageName): readonly Scenario[] =>
  catalogue.filter((scenario) => scenario.stage === stage);

/** The stages that have scenarios. */
export const stages: readonly StageName[] = [...new Set(catalogue.map(({ stage }) => stage))];
