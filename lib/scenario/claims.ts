import { explore } from '@/lib/explorer/explore';
import { OUTCOMES } from '@/lib/outcomes/judge';
import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import { questionOf } from '@/lib/scenario/question';
import type { Claim, Scenario } from '@/lib/scenario/scenario';

/** Whether a claim is true: of one run, or of all schedules within its bounds. */
export const claimHolds = (scenario: Scenario, claim: Claim): boolean =>
  claim.over === 'run' ? holdsForRun(scenario, claim) : holdsForAll(scenario, claim);

function holdsForRun(scenario: Scenario, claim: Claim): boolean {
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

/** An outcome is claimed if some schedule has it, and safety if none has any and none was left out. */
function holdsForAll(scenario: Scenario, claim: Claim): boolean {
  const settings = { ...initialSettings(scenario.knobs), ...claim.when };
  const { outcomes, complete } = explore(questionOf(scenario, settings, claim.bounds));
  switch (claim.then) {
    case 'safe':
      return complete && OUTCOMES.every((name) => !outcomes[name].reachable);
    case 'unknown':
      throw new Error('What a client can’t know is claimed of a run, not of all schedules');
    default:
      return outcomes[claim.then].reachable;
  }
}
