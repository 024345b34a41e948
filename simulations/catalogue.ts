import type { Scenario } from '@/lib/scenario/scenario';
import { checkThenAct } from '@/simulations/scenarios/check-then-act/scenario';
import { crashWindow } from '@/simulations/scenarios/crash-window/scenario';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';
import { redelivery } from '@/simulations/scenarios/redelivery/scenario';

/** The scenarios in teaching order. */
export const catalogue: readonly Scenario[] = [lostResponse, checkThenAct, crashWindow, redelivery];

export const scenarioBySlug = (slug: string): Scenario | undefined =>
  catalogue.find((scenario) => scenario.slug === slug);
