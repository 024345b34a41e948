import type { ReactNode } from 'react';

import { CardTable } from '@/components/tools/card-table';
import { BigFigure, BigFigures, Part, Said } from '@/components/tools/frame';
import { collisions, type KeyOptions, keySpaceOf } from '@/lib/tools/keys/collisions';
import { YEAR_MS } from '@/lib/tools/units';
import { chanceWords, durationWords, figures, oftenWords } from '@/lib/tools/words';
import { keyFields } from '@/simulations/tools/key-lab';

interface KeysProps {
  readonly options: KeyOptions;
  readonly ratePerSecond: number;
  readonly windowMs: number;
}

interface ClashesProps extends KeysProps {
  readonly formula: ReactNode;
}

/** In a window or a year. Above this a clash is to be expected; below the other, not in a lifetime of many systems. */
const LIKELY = 0.01;
const NEVER_MIND = 1e-9;

const toneOf = (chance: number) =>
  chance >= LIKELY ? 'harm' : chance >= NEVER_MIND ? 'fault' : 'effect';

export function Clashes({ options, ratePerSecond, windowMs, formula }: ClashesProps) {
  const { keys, values, chance, clashesPerSecond } = collisions(
    keySpaceOf(options),
    ratePerSecond,
    windowMs,
  );
  // A short window may see none for long, and clashes come all the same while it goes on.
  const aYear = (clashesPerSecond * YEAR_MS) / 1000;
  const worst = Math.max(chance, aYear);
  return (
    <Part id="clashes" title="How often two are the same">
      <Said>{`A clash, while this goes on: ${oftenWords(clashesPerSecond)}.`}</Said>
      <BigFigures>
        <BigFigure label="keys remembered at a time, on average">{figures(keys)}</BigFigure>
        <BigFigure label="different keys that there can be in that time">
          {figures(values)}
        </BigFigure>
        <BigFigure
          label={`chance of a clash within ${durationWords(windowMs)}`}
          tone={toneOf(chance)}
        >
          {chanceWords(chance)}
        </BigFigure>
        <BigFigure label="a clash, while this goes on" tone={toneOf(aYear)}>
          {oftenWords(clashesPerSecond)}
        </BigFigure>
      </BigFigures>
      <p className="mt-3 max-w-prose">
        {worst >= LIKELY
          ? 'A clash means that one person’s purchase is taken for another’s: answered from memory, and never made.'
          : worst >= NEVER_MIND
            ? 'Rare, but it is somebody’s purchase that is never made, and nobody will know why.'
            : 'Something else will break first, such as a bad source of chance or a copied machine image. The universe is about 14 billion years old.'}
      </p>
      <div className="mt-5">
        <AllKinds {...{ options, ratePerSecond, windowMs }} />
      </div>
      {formula}
    </Part>
  );
}

/** All kinds of keys at the same rate. */
function AllKinds({ options, ratePerSecond, windowMs }: KeysProps) {
  return (
    <CardTable
      caption="All kinds of keys at this rate"
      headLabel="Kind"
      columns={[
        { id: 'bits', label: 'Random bits' },
        { id: 'time', label: 'Time in it' },
        { id: 'chance', label: 'Chance in the window' },
        { id: 'often', label: 'How often' },
      ]}
      rows={keyFields.kind.values.map(({ value, label }) => {
        const space = keySpaceOf({ ...options, kind: value });
        const { chance, clashesPerSecond } = collisions(space, ratePerSecond, windowMs);
        return {
          id: value,
          head: label,
          isMarked: value === options.kind,
          cells: {
            bits: figures(space.randomBits),
            time: space.ticksPerSecond === null ? 'no' : 'yes',
            chance: chanceWords(chance),
            often: oftenWords(clashesPerSecond),
          },
        };
      })}
    />
  );
}
