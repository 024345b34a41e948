import type { Scenario } from '@/lib/scenario/scenario';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import { keyedCode } from '@/simulations/code/keyed-service';

interface Settings {
  readonly errors: keyof typeof REMARKS;
  readonly failure: 'after-effect' | 'before-effect';
}

/** How long the server waits for the service next door. */
const HELP_TICKS = 2;

export const serviceOf = ({ errors, failure }: Settings): KeyedServiceInput => ({
  ...{ errors, help: failure === 'after-effect' ? 'after' : 'before', helpTicks: HELP_TICKS },
});

/** The server’s code: what its catch does about the key. */
export const code = (settings: Settings): ReturnType<Scenario['code']> =>
  keyedCode(serviceOf(settings), REMARKS[settings.errors]);

const REMARKS = {
  none: 'Forgotten, as if nothing had been done. Sometimes something was.',
  all: 'Remembered, as if it could not be helped. Sometimes it can.',
  'by-effect': 'The question is not which error it was, but whether the charge had been made.',
} as const;
