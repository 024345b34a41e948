import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { checkThenAct } from '@/simulations/scenarios/check-then-act/scenario';
import { crashWindow } from '@/simulations/scenarios/crash-window/scenario';
import { doubleClick } from '@/simulations/scenarios/double-click/scenario';
import { expiredWindow } from '@/simulations/scenarios/expired-window/scenario';
import { externalCharge } from '@/simulations/scenarios/external-charge/scenario';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';
import { redelivery } from '@/simulations/scenarios/redelivery/scenario';
import { whereItFailed } from '@/simulations/scenarios/where-it-failed/scenario';
import { whoMakesTheKey } from '@/simulations/scenarios/who-makes-the-key/scenario';
import { sameKeyOtherBody } from '@/simulations/scenarios/same-key-other-body/scenario';
import { twoTenants } from '@/simulations/scenarios/two-tenants/scenario';
import { weakKey } from '@/simulations/scenarios/weak-key/scenario';
import { missingKey } from '@/simulations/scenarios/missing-key/scenario';
import { replayFidelity } from '@/simulations/scenarios/replay-fidelity/scenario';
import { storedErrors } from '@/simulations/scenarios/stored-errors/scenario';

/** The scenarios in teaching order. */
export const catalogue: readonly Scenario[] = [
  lostResponse,
  whereItFailed,
  doubleClick,
  whoMakesTheKey,
  weakKey,
  checkThenAct,
  crashWindow,
  externalCharge,
  expiredWindow,
  sameKeyOtherBody,
  twoTenants,
  replayFidelity,
  storedErrors,
  missingKey,
  redelivery,
];

export const scenarioBySlug = (slug: string): Scenario | undefined =>
  catalogue.find((scenario) => scenario.slug === slug);

/** A stage's scenarios, in teaching order. */
export const scenariosOn = (stage: StageName): readonly Scenario[] =>
  catalogue.filter((scenario) => scenario.stage === stage);

/** The stages that have scenarios. */
export const stages: readonly StageName[] = [...new Set(catalogue.map(({ stage }) => stage))];
