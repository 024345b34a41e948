/**
 * The address is the state of a page: this is the only file that reads it and the only one that writes
 * it. Steps replace the entry in the history and are written when they come to rest: browsers refuse an
 * address that changes too often, and each change makes them look for the page's icon again, which
 * would keep the step waiting. Everything else makes a new entry, so that back goes back.
 */
type Listener = () => void;

const REST_MS = 150;

const listeners = new Set<Listener>();
let query: string | null = null;
let pending: ReturnType<typeof setTimeout> | null = null;

export function subscribe(listener: Listener): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', reread);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', reread);
  };
}

export const currentQuery = (): string => (query ??= window.location.search.replace(/^\?/, ''));

/** At build time nobody has set anything. */
export const serverQuery = (): string => '';

export function writeQuery(next: string, how: 'push' | 'replace'): void {
  if (next === currentQuery()) return;
  if (how === 'push') flush();
  query = next;
  if (how === 'push') write('push');
  else schedule();
  for (const listener of listeners) listener();
}

function reread(): void {
  cancel();
  query = window.location.search.replace(/^\?/, '');
  for (const listener of listeners) listener();
}

function schedule(): void {
  cancel();
  pending = setTimeout(flush, REST_MS);
}

function cancel(): void {
  if (pending !== null) clearTimeout(pending);
  pending = null;
}

/** Writes what has not been written yet. */
export function flush(): void {
  if (pending === null) return;
  cancel();
  write('replace');
}

function write(how: 'push' | 'replace'): void {
  const address = `${window.location.pathname}${query ? `?${query}` : ''}${window.location.hash}`;
  try {
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  } catch {
    // Some browsers refuse a sandboxed frame, or too many changes; the page works on without.
  }
}
