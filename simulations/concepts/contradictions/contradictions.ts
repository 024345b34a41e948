import { contradictionsOfAnswers } from '@/simulations/concepts/contradictions/answers';
import type { Contradiction } from '@/simulations/concepts/contradictions/contradiction';
import { contradictionsOfKeys } from '@/simulations/concepts/contradictions/keys';
import { contradictionsOfWindows } from '@/simulations/concepts/contradictions/windows';

export const contradictions: readonly Contradiction[] = [
  ...contradictionsOfWindows,
  ...contradictionsOfKeys,
  ...contradictionsOfAnswers,
].toSorted((one, other) => one.number - other.number);
