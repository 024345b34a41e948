import { counted } from '@/lib/words/counted';

/** Virtual time for people: `1,240 ms`. */
export const formatMs = (ms: number): string => `${counted(ms)} ms`;
