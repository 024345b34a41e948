import { messagePatterns } from '@/simulations/tools/choose/message-patterns';
import type { Pattern } from '@/simulations/tools/choose/pattern';
import { requestPatterns } from '@/simulations/tools/choose/request-patterns';

/** All patterns that the questions lead to. */
export const patterns: Readonly<Record<string, Pattern>> = {
  ...requestPatterns,
  ...messagePatterns,
};
