import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

/**
 * The settings under which a scenario's lesson claims that no schedule within its bounds does harm: the last
 * such claim with the scenario's own bounds, else the last with bounds of its own. Null: it claims none.
 */
export function defendedSettings({
  knobs,
  claims,
}: Pick<Scenario, 'knobs' | 'claims'>): Settings | null {
  const safe = claims.filter(({ over, then }) => over === 'forAll' && then === 'safe');
  const claim = safe.findLast(({ bounds }) => bounds === undefined) ?? safe.at(-1);
  return claim ? { ...initialSettings(knobs), ...claim.when } : null;
}
