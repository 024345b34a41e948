import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';

export const STAGE_NAMES: Readonly<Record<StageName, string>> = {
  'http-api': 'HTTP API',
  'message-queue': 'Message queue',
  'service-chain': 'Chain of services',
};

/** “HTTP API, 1 of 3” */
export function placeOf(scenario: Scenario): string {
  const siblings = catalogue.filter(({ stage }) => stage === scenario.stage);
  const place = siblings.indexOf(scenario) + 1;
  return `${STAGE_NAMES[scenario.stage]}, ${place} of ${siblings.length}`;
}
