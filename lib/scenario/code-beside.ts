import { defendedSettings } from '@/lib/scenario/defended';
import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

/** The code to read beside that of the present settings. */
export interface CodeBeside {
  readonly is: 'broken' | 'defended';
  readonly code: Code;
}

/**
 * Beside the broken form stands the one that the lesson leads to, and beside any other the broken one. Null
 * where both are the same.
 */
export function codeBeside(scenario: Scenario, settings: Settings): CodeBeside | null {
  const here = scenario.code(settings);
  const broken = scenario.code(initialSettings(scenario.knobs));
  if (!isSame(here, broken)) return { is: 'broken', code: broken };
  const defended = defendedSettings(scenario);
  const code = defended ? scenario.code(defended) : broken;
  return isSame(code, broken) ? null : { is: 'defended', code };
}

const isSame = (a: Code, b: Code): boolean =>
  a.samples.length === b.samples.length &&
  a.samples.every(({ text }, place) => text === b.samples[place]?.text);
