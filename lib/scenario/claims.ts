import { OUTCOMES } from '@/lib/outcomes/judge';
import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import type { Claim, Scenario } from '@/lib/scenario/scenario';

/** Whether a claim over one run is true of it. */
export function claimHolds(scenario: Scenario, claim: Claim): boolean {
  if (claim.over !== 'run') throw new Error('A claim over all schedules needs a search');
  const settings = { ...initialSettings(scenario.knobs), ...claim.when };
  const { script } = readScript(scenario, settings, claim.script ?? scenario.script);
  const { judgement } = playScenario(scenario, settings, script);
  const harmless = OUTCOMES.every((name) => !judgement.outcomes[name].present);
  switch (claim.then) {
    case 'safe':
      return harmless && judgement.intents.every(({ expected, actual }) => expected === actual);
    case 'unknown':
      return harmless && judgement.intents.some(({ told }) => told === 'unknown');
    default:
      return judgement.outcomes[claim.then].present;
  }
}
