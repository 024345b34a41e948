import type { ActorId } from '@/lib/engine/model';

/**
 * What one of several actors of a process is called: `api-a.2` of `api` is `api, request 2`, `api-a.memory` is `api,
 * memory`, and `client.page` of `page` is the page itself.
 */
export function actorName(label: string, id: ActorId): string {
  const [, part] = /\.([^.]+)$/.exec(id) ?? [];
  if (part === undefined || part === label) return label;
  return `${label}, ${/^\d+$/.test(part) ? 'request ' : ''}${part}`;
}
