import type { Bounds } from '@/lib/explorer/question';

/** Bounds in words: `at most 2 lost messages, no doubled message, no crash and 2 retries`. */
export function boundsText({ losses, duplicates, crashes, retries }: Bounds): string {
  const parts = [
    counted(losses, 'lost message'),
    counted(duplicates, 'doubled message'),
    counted(crashes, 'crash', 'crashes'),
  ];
  return `at most ${parts.join(', ')} and ${counted(retries, 'retry', 'retries')}`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? `no ${one}` : `${count} ${count === 1 ? one : many}`;
