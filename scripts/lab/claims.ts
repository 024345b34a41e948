import { claimHolds } from '@/lib/scenario/claims';
import type { Claim, Scenario } from '@/lib/scenario/scenario';

/** Claims over all schedules are not checked before there is a search; to say anything else would be a guess. */
export function checkClaim(scenario: Scenario, claim: Claim): 'holds' | 'fails' | 'unchecked' {
  if (claim.over === 'forAll') return 'unchecked';
  return claimHolds(scenario, claim) ? 'holds' : 'fails';
}
