import type { Histogram } from '@/lib/explorer/sampler/histogram';
import { type Bin, binsOf, percentWords, spreadWords } from '@/lib/scenario/sample-words';
import { counted } from '@/lib/words/counted';

interface PlotProps {
  readonly title: string;
  /** What the values count, or the unit that they are in. */
  readonly counts: string;
  /** Null while there is none yet. */
  readonly histogram: Histogram | null;
  readonly unit: '' | ' ms';
  /** How much one step of the histogram stands for. */
  readonly scale: number;
}

const BINS_MAX = 32;
/** Few bars are no wider than many. */
const BINS_MIN = 8;
const LABELS_MAX = 8;
const WIDTH = 320;
const HEIGHT = 56;

/** A histogram as a picture, in a sentence, and as a table for those who don't see the picture. */
export function Plot({ title, counts, histogram, unit, scale }: PlotProps) {
  const bins = histogram ? binsOf(histogram, BINS_MAX) : [];
  return (
    <figure>
      <figcaption className="mb-1.5 text-muted">{title}</figcaption>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-14 w-full border-b border-edge fill-ink"
      >
        <Bars bins={bins} />
      </svg>
      <p aria-hidden="true" className="relative h-5 font-mono text-xs text-muted tabular-nums">
        {bins.length > 0 && <Labels slots={slotsOf(bins)} {...{ bins, scale }} />}
      </p>
      <p className="min-h-11">{histogram && spreadWords(histogram, unit, scale)}</p>
      {histogram && (
        <div className="sr-only">
          <BinsTable {...{ title, counts, bins, scale }} of={histogram.of} />
        </div>
      )}
    </figure>
  );
}

const slotsOf = (bins: readonly Bin[]): number => Math.max(BINS_MIN, bins.length);

/** The least that is counted is still to be seen. */
function Bars({ bins }: { readonly bins: readonly Bin[] }) {
  const highest = Math.max(1, ...bins.map(({ count }) => count));
  const width = WIDTH / slotsOf(bins);
  return bins.map(({ from, count }, place) => {
    const height = count === 0 ? 0 : Math.max(1.5, (count / highest) * HEIGHT);
    return (
      <rect
        key={from}
        x={place * width + width * 0.1}
        y={HEIGHT - height}
        width={width * 0.8}
        height={height}
      />
    );
  });
}

interface LabelsProps {
  readonly bins: readonly Bin[];
  readonly slots: number;
  readonly scale: number;
}

/** Under some of the bars, the least value that each holds. */
function Labels({ bins, slots, scale }: LabelsProps) {
  const width = (bins[0]?.to ?? 0) + 1;
  const every = Math.ceil(slots / (scale === 1 ? LABELS_MAX : LABELS_MAX / 2));
  return Array.from({ length: Math.ceil(slots / every) }, (_, label) => label * every).map(
    (slot) => (
      <span
        key={slot}
        className="absolute -translate-x-1/2"
        style={{ left: `${((slot + 0.5) / slots) * 100}%` }}
      >
        {counted(slot * width * scale)}
      </span>
    ),
  );
}

interface BinsTableProps {
  readonly title: string;
  readonly counts: string;
  readonly bins: readonly Bin[];
  readonly scale: number;
  readonly of: number;
}

function BinsTable({ title, counts, bins, scale, of }: BinsTableProps) {
  return (
    <table className="tabular-nums">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{counts}</th>
          <th scope="col">how many</th>
          <th scope="col">of all</th>
        </tr>
      </thead>
      <tbody>
        {bins
          .filter(({ count }) => count > 0)
          .map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row">
                {from === to
                  ? counted(from * scale)
                  : `${counted(from * scale)} to ${counted(to * scale)}`}
              </th>
              <td>{counted(count)}</td>
              <td>{percentWords(count / of)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
