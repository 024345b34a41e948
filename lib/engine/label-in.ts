import type { Cast, ProcessId } from '@/lib/engine/model';

/** What people read for a process; its name where the cast has no such process. */
export const labelIn = ({ processes }: Cast, id: ProcessId): string =>
  processes.find((process) => process.id === id)?.label ?? id;
