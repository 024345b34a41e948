import type { ActorId, Cast } from '@/lib/engine/model';

/**
 * What one of several actors of a process is called: `api-a.2` of `api` is `api, request 2`, `api-a.memory` is `api,
 * memory`, and `client.page` of `page` is the page itself.
 */
export function actorName(label: string, id: ActorId): string {
  const part = actorPart(label, id);
  return part === null ? label : `${label}, ${part}`;
}

/** Which of its process’s actors it is: `request 2`, `memory`; null if it is the process itself. */
export function actorPart(label: string, id: ActorId): string | null {
  const [, part] = /\.([^.]+)$/.exec(id) ?? [];
  if (part === undefined || part === label) return null;
  return /^\d+$/.test(part) ? `request ${part}` : part;
}

/** The same, of whichever process of the cast it belongs to. */
export function actorNameIn({ processes }: Cast, id: ActorId): string {
  const process = processes.find(({ actors }) => actors.some((actor) => actor.id === id));
  return process ? actorName(process.label, id) : id;
}
