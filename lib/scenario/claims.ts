/** For the command line and tests: whether what a lesson claims is so. */
import { explore } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { hasHarm } from '@/lib/outcomes/judge';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { foundInAll, foundInRun } from '@/lib/scenario/claim-words';
import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import { questionOf } from '@/lib/scenario/question';
import type { Claim, Scenario } from '@/lib/scenario/scenario';

/** What came of checking a claim. */
export interface Checked {
  readonly holds: boolean;
  /** What the run or the search came to, in words. */
  readonly found: string;
}

/** Checks a claim: of one run, or of all schedules within its bounds. */
export const checkClaim = (scenario: Scenario, claim: Claim): Checked =>
  claim.over === 'run' ? checkRun(scenario, claim) : checkAll(scenario, claim);

export const claimHolds = (scenario: Scenario, claim: Claim): boolean =>
  checkClaim(scenario, claim).holds;

function checkRun(scenario: Scenario, { when, script: text, then }: Claim): Checked {
  const settings = { ...initialSettings(scenario.knobs), ...when };
  const played = playScenario(scenario, settings, readScript(scenario, settings, text).script);
  const { judgement, run } = played;
  if (typeof then === 'object') {
    const names = run.trace.flatMap(({ facts }) => facts.map(({ fact }) => fact.name));
    const count = names.filter((name) => name === then.of).length;
    return { holds: count === then.count, found: `${count} × ${then.of}` };
  }
  const found = foundInRun(played);
  const harmless = !hasHarm(judgement);
  switch (then) {
    case 'safe': {
      const asMeant = judgement.intents.every(({ expected, actual }) => expected === actual);
      return { holds: harmless && asMeant, found };
    }
    case 'unknown':
      return { holds: harmless && judgement.intents.some(({ told }) => told === 'unknown'), found };
    default:
      return { holds: judgement.outcomes[then].present, found };
  }
}

/** An outcome is claimed if some schedule has it, and safety if none has any and none was left out. */
function checkAll(scenario: Scenario, { when, bounds, then }: Claim): Checked {
  if (typeof then === 'object') {
    throw new Error('How often something happens is claimed of a run, not of all schedules');
  }
  if (then === 'unknown') {
    throw new Error('What a client can’t know is claimed of a run, not of all schedules');
  }
  const settings = { ...initialSettings(scenario.knobs), ...when };
  const answer = explore(questionOf(scenario, settings, bounds));
  const { outcomes } = answer;
  const holds =
    then === 'safe'
      ? isWhole(answer) && OUTCOMES.every((name) => !outcomes[name].reachable)
      : outcomes[then].reachable;
  return { holds, found: foundInAll(answer) };
}
