import { canonical } from '@/lib/engine/json';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

/** Places of a process whose actors play one machine with one input: such actors are alike but for their names. */
export function alike(tables: Tables, { actors }: ProcessTable): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  const machines: unknown[] = [];
  actors.forEach((index, place) => {
    const actor = tables.system.actors[index];
    // By what it is and not by its name, which another machine may have too.
    if (!machines.includes(actor?.machine)) machines.push(actor?.machine);
    const key = `${machines.indexOf(actor?.machine)} ${canonical(actor?.input)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  return [...groups.values()];
}
