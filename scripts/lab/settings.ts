import type { Settings } from '@/lib/scenario/knobs';

/** `key=per-intent retries=0` */
export const settingsText = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ') || '(initial settings)';
