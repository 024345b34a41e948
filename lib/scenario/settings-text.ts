/** For the command line: settings as they are typed there. */
import type { Settings } from '@/lib/scenario/knobs';

/** `crashes=1 retries=0` */
export const pairsText = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');

/** `key=per-intent retries=0`, as a command line takes them. */
export const settingsText = (settings: Settings): string =>
  pairsText(settings) || '(initial settings)';
