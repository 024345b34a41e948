/** For tests: all that tools say of runs that can be looked at. */
import { patterns } from '@/simulations/tools/choose/patterns';
import { keyScenarios } from '@/simulations/tools/key-lab';
import { retryScenarios } from '@/simulations/tools/retries';
import type { ScenarioReference } from '@/simulations/tools/scenario-reference';
import { windowScenarios } from '@/simulations/tools/window';

export const references: readonly ScenarioReference[] = [
  ...Object.values(patterns).flatMap(({ scenarios }) => scenarios),
  ...[...keyScenarios, ...windowScenarios, ...retryScenarios],
];
