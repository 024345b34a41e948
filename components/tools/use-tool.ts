'use client';

import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';

import {
  currentQuery,
  flush,
  serverQuery,
  subscribe,
  writeQuery,
} from '@/components/view/view-store';
import type { Fields, Values } from '@/lib/tools/fields';
import { fromToolQuery, toToolQuery } from '@/lib/tools/link';

export interface ToolState<F extends Fields> {
  readonly fields: F;
  readonly values: Values<F>;
  /** What of the link could not be used, in a sentence. */
  readonly complaint: string | null;
  /** Anything stands elsewhere than at first. */
  readonly isChanged: boolean;
  readonly change: (changed: Partial<Values<F>>, how: 'push' | 'replace') => void;
}

/** A tool’s page is its address: this reads it and writes it. While text is being typed, no history is made of it. */
export function useTool<F extends Fields>(fields: F): ToolState<F> {
  const query = useSyncExternalStore(subscribe, currentQuery, serverQuery);
  const { values, complaint } = useMemo(() => fromToolQuery(fields, query), [fields, query]);
  const change = useCallback(
    (changed: Partial<Values<F>>, how: 'push' | 'replace') =>
      writeQuery(toToolQuery(fields, { ...values, ...changed }), how),
    [fields, values],
  );
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);
  return { fields, values, complaint, change, isChanged: toToolQuery(fields, values) !== '' };
}
