import { explore } from '@/lib/explorer/explore';
import { OUTCOMES } from '@/lib/outcomes/judge';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScriptText, playScenario, readScript } from '@/lib/scenario/play';
import { questionOf } from '@/lib/scenario/question';
import type { Claim, Scenario } from '@/lib/scenario/scenario';

/** Whether a claim is true: of one run, or of all schedules within its bounds. */
export const claimHolds = (scenario: Scenario, claim: Claim): boolean =>
  claim.over === 'run' ? holdsForRun(scenario, claim) : holdsForAll(scenario, claim);

/** What a claim says will happen, in a word or two. */
export const thenText = (then: Claim['then']): string =>
  typeof then === 'object' ? `${then.count} × ${then.of}` : then;

function holdsForRun(scenario: Scenario, claim: Claim): boolean {
  const settings = { ...initialSettings(scenario.knobs), ...claim.when };
  const { script } = readScript(
    scenario,
    settings,
    claim.script ?? ownScriptText(scenario, settings),
  );
  const { judgement, run } = playScenario(scenario, settings, script);
  if (typeof claim.then === 'object') {
    const { count, of } = claim.then;
    const names = run.trace.flatMap(({ facts }) => facts.map(({ fact }) => fact.name));
    return names.filter((name) => name === of).length === count;
  }
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
  if (typeof claim.then === 'object') {
    throw new Error('How often something happens is claimed of a run, not of all schedules');
  }
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
