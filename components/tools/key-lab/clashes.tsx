import { CardTable } from '@/components/tools/card-table';
import { BigFigure, BigFigures, Part } from '@/components/tools/frame';
import { Sources } from '@/components/tools/links';
import { collisions, type KeyOptions, keySpaceOf } from '@/lib/tools/keys/collisions';
import { chanceWords, durationWords, figures, oftenWords } from '@/lib/tools/words';
import { keyFields } from '@/simulations/tools/key-lab';

interface ClashesProps {
  readonly options: KeyOptions;
  readonly ratePerSecond: number;
  readonly windowMs: number;
}

/** Above this a clash is to be expected; below the other, not in a lifetime of many systems. */
const LIKELY = 0.01;
const NEVER_MIND = 1e-9;

const toneOf = (chance: number) =>
  chance >= LIKELY ? 'harm' : chance >= NEVER_MIND ? 'fault' : 'effect';

export function Clashes({ options, ratePerSecond, windowMs }: ClashesProps) {
  const { keys, values, chance, clashesPerSecond } = collisions(
    keySpaceOf(options),
    ratePerSecond,
    windowMs,
  );
  return (
    <Part id="clashes" title="How often two are the same">
      <BigFigures>
        <BigFigure label="keys remembered at a time">{figures(keys)}</BigFigure>
        <BigFigure label="different keys that there can be in that time">
          {figures(values)}
        </BigFigure>
        <BigFigure
          label={`chance of a clash within ${durationWords(windowMs)}`}
          tone={toneOf(chance)}
        >
          {chanceWords(chance)}
        </BigFigure>
        <BigFigure label="a clash, while this goes on" tone={toneOf(chance)}>
          {oftenWords(clashesPerSecond)}
        </BigFigure>
      </BigFigures>
      <p className="mt-3 max-w-prose">
        {chance >= LIKELY
          ? 'A clash means that one person’s purchase is taken for another’s: answered from memory, and never made.'
          : chance >= NEVER_MIND
            ? 'Rare, but it is somebody’s purchase that is never made, and nobody will know why.'
            : 'Something else will break first, such as a bad source of chance or a copied machine image. The universe is about 14,000 million years old.'}
      </p>
      <div className="mt-5">
        <AllKinds {...{ options, ratePerSecond, windowMs }} />
      </div>
      <Formula />
    </Part>
  );
}

/** All kinds of keys at the same rate. */
function AllKinds({ options, ratePerSecond, windowMs }: ClashesProps) {
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

function Formula() {
  return (
    <details className="mt-4 max-w-prose text-sm">
      <summary className="py-1 text-intent">How this is worked out</summary>
      <div className="mt-2 space-y-2 text-muted">
        <p>
          The birthday problem: of n keys drawn evenly from N values, two are the same with a chance
          of 1 − (1 − 1/N)(1 − 2/N)…(1 − (n−1)/N), about 1 − e<sup>−n(n−1)/2N</sup>. Up to 100,000
          keys the product is multiplied out.
        </p>
        <p>
          A key with the time in it clashes only with those of its own tick. A window of T ticks
          with b random bits holds N = T × 2<sup>b</sup> values. A timestamp alone has b = 0.
        </p>
        <p>
          How often: a new key without a time meets all that are remembered, a share of 1 − e
          <sup>−n/N</sup> of them is a clash. One with a time meets those of its tick, x on average
          for each of the 2<sup>b</sup> values: per tick and value x − 1 + e<sup>−x</sup> keys are
          not the first.
        </p>
        <p>
          Keys are taken to come at random moments. In bursts, and from a bad source of chance,
          there are more clashes than this. Sources:{' '}
          <Sources ids={['birthday', 'rfc9562', 'ulid']} />.
        </p>
      </div>
    </details>
  );
}
