import type { Cast, ProcessId } from '@/lib/engine/model';

/** A request goes on and a reply comes back: as the diagram has it, to the right and to the left. */
export function isOnward({ processes }: Cast, from: ProcessId, to: ProcessId): boolean {
  const place = (id: ProcessId) => processes.findIndex((process) => process.id === id);
  return place(from) < place(to);
}
