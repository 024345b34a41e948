import { initialSettings, isDefence, type Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

/**
 * The settings under which a scenario's lesson claims that no schedule within its bounds does harm: the last
 * such claim with the scenario's own bounds, else the last with bounds of its own. Claims of other circumstances than
 * the scenario opens with count only where there are no others: what holds there may not be what defends here. Null:
 * it claims none.
 */
export function defendedSettings({
  knobs,
  claims,
}: Pick<Scenario, 'knobs' | 'claims'>): Settings | null {
  const safe = claims.filter(({ over, then }) => over === 'forAll' && then === 'safe');
  const initial = initialSettings(knobs);
  const here = safe.filter(({ when }) =>
    Object.entries(knobs).every(
      ([name, knob]) => isDefence(knob) || (when[name] ?? initial[name]) === initial[name],
    ),
  );
  const some = here.length > 0 ? here : safe;
  const claim = some.findLast(({ bounds }) => bounds === undefined) ?? some.at(-1);
  return claim ? { ...initial, ...claim.when } : null;
}
