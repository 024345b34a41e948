import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { checkThenAct } from '@/simulations/scenarios/check-then-act/scenario';
import { conditionalUpdate } from '@/simulations/scenarios/conditional-update/scenario';
import { crashWindow } from '@/simulations/scenarios/crash-window/scenario';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';
import { methods } from '@/simulations/scenarios/methods/scenario';
import { receiptMail } from '@/simulations/scenarios/receipt-mail/scenario';
import { redelivery } from '@/simulations/scenarios/redelivery/scenario';
import { setOrIncrement } from '@/simulations/scenarios/set-or-increment/scenario';
import { silentRetriers } from '@/simulations/scenarios/silent-retriers/scenario';
import { transactionsOrKeys } from '@/simulations/scenarios/transactions-or-keys/scenario';
import { uniqueConstraint } from '@/simulations/scenarios/unique-constraint/scenario';

/** The scenarios in teaching order. */
export const catalogue: readonly Scenario[] = [
  lostResponse,
  checkThenAct,
  crashWindow,
  methods,
  setOrIncrement,
  uniqueConstraint,
  conditionalUpdate,
  transactionsOrKeys,
  receiptMail,
  silentRetriers,
  redelivery,
];

export const scenarioBySlug = (slug: string): Scenario | undefined =>
  catalogue.find((scenario) => scenario.slug === slug);

/** A stage's scenarios, in teaching order. */
export const scenariosOn = (stage: StageName): readonly Scenario[] =>
  catalogue.filter((scenario) => scenario.stage === stage);

/** The stages that have scenarios. */
export const stages: readonly StageName[] = [...new Set(catalogue.map(({ stage }) => stage))];
