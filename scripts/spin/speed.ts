import { performance } from 'node:perf_hooks';

import { explorePacked } from '../../bench/oracles/lost-response-packed.ts';

import { runSpin } from './run-spin.ts';

const ROUNDS = 5;
/** Large enough that starting does not count: 400,000 states and more. */
const SEARCHES = [
  { key: 'none', retries: 1, losses: 2, duplicates: 1 },
  { key: 'per-intent', retries: 2, losses: 2, duplicates: 1 },
  { key: 'per-intent', retries: 3, losses: 2, duplicates: 1 },
] as const;

/** Spin and the packed search on equal searches, turn by turn, so that a busy machine slows both. */
export function compareSpeeds(): void {
  for (const search of SEARCHES) {
    const times: { spin: number; packed: number }[] = [];
    let states = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const spin = runSpin('lost-response', definesOf(search), { judge: false });
      const start = performance.now();
      const packed = explorePacked(search);
      times.push({ spin: spin.seconds, packed: (performance.now() - start) / 1000 });
      states = spin.counts.states;
      if (packed.states !== states) throw new Error('Spin and the packed search count otherwise');
    }
    const speed = (name: 'spin' | 'packed'): string => {
      const middle = times.map((time) => time[name]).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
      return `${Math.round(states / middle / 1000)} k`;
    };
    const { key, retries, losses, duplicates } = search;
    console.log(
      `lost-response key=${key}, ${losses} lost, ${duplicates} doubled, ${retries} retries, ${states} states: ` +
        `Spin ${speed('spin')}, packed search ${speed('packed')} states a second`,
    );
  }
}

const definesOf = ({ key, retries, losses, duplicates }: (typeof SEARCHES)[number]) => [
  ...(key === 'per-intent' ? ['KEY_PER_INTENT'] : []),
  ...[`RETRIES=${retries}`, `LOSSES=${losses}`, `DUPLICATES=${duplicates}`],
];
