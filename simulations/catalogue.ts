import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { checkThenAct } from '@/simulations/scenarios/check-then-act/scenario';
import { crashWindow } from '@/simulations/scenarios/crash-window/scenario';
import { expiredWindow } from '@/simulations/scenarios/expired-window/scenario';
import { externalCharge } from '@/simulations/scenarios/external-charge/scenario';
import { lock } from '@/simulations/scenarios/lock/scenario';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';
import { memoryStore } from '@/simulations/scenarios/memory-store/scenario';
import { redelivery } from '@/simulations/scenarios/redelivery/scenario';
import { storeLoss } from '@/simulations/scenarios/store-loss/scenario';
import { stuckInProgress } from '@/simulations/scenarios/stuck-in-progress/scenario';

/** The scenarios in teaching order. */
export const catalogue: readonly Scenario[] = [
  lostResponse,
  checkThenAct,
  memoryStore,
  crashWindow,
  externalCharge,
  stuckInProgress,
  expiredWindow,
  lock,
  storeLoss,
  redelivery,
];

export const scenarioBySlug = (slug: string): Scenario | undefined =>
  catalogue.find((scenario) => scenario.slug === slug);

/** A stage's scenarios, in teaching order. */
export const scenariosOn = (stage: StageName): readonly Scenario[] =>
  catalogue.filter((scenario) => scenario.stage === stage);

/** The stages that have scenarios. */
export const stages: readonly StageName[] = [...new Set(catalogue.map(({ stage }) => stage))];
