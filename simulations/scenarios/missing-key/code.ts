import type { Scenario } from '@/lib/scenario/scenario';
import { keyedCode } from '@/simulations/code/keyed-service';

/** The server’s code: one line decides what a request without a key is. */
export const code = ({
  missing,
}: {
  readonly missing: keyof typeof REMARKS;
}): ReturnType<Scenario['code']> => keyedCode({ missing }, REMARKS[missing]);

const REMARKS = {
  run: 'Whoever forgets the key is served, and is not protected.',
  generate: 'A key that nobody else will ever send: this request has one, and its retry another.',
  fold: 'Nobody asked whether there was a header. In a string, undefined is a word like any other.',
  refuse: 'Whoever forgets the key hears of it on the first day, and not after the first loss.',
} as const;
