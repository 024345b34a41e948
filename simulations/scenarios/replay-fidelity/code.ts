import type { Scenario } from '@/lib/scenario/scenario';
import { keyedCode } from '@/simulations/code/keyed-service';

/** The server’s code: what it keeps of its answer, and what it gives back. */
export const code = ({
  replay,
}: {
  readonly replay: keyof typeof REMARKS;
}): ReturnType<Scenario['code']> => keyedCode({ replay, mayBeDeclined: true }, REMARKS[replay]);

const REMARKS = {
  'already-processed':
    'Whoever lost the answer asks what became of it, and is told that it asked before.',
  'always-200': 'The status was part of the answer, and was thrown away.',
  original: 'What is kept is the answer: its status and its body.',
} as const;
