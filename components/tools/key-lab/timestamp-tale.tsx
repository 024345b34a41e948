import { CardTable } from '@/components/tools/card-table';
import type { TickUnit } from '@/lib/tools/keys/encode';
import { timestampStory, type TimestampTimes } from '@/lib/tools/keys/timestamps';
import { durationWords, figures } from '@/lib/tools/words';

interface TimestampTaleProps {
  readonly times: TimestampTimes;
  readonly unit: TickUnit;
}

const UNITS: Readonly<Record<TickUnit, string>> = { s: 's', ms: 'ms', us: 'µs' };

/** Two purchases and a retry, with the time of sending for a key, and with one made once for each purchase. */
export function TimestampTale({ times, unit }: TimestampTaleProps) {
  const { first, second, retry, secondSwallowed, retryCharged } = timestampStory(times, unit);
  const { gapUs, retryMs } = times;
  return (
    <>
      <p className="mb-4 max-w-prose">
        {lesson(secondSwallowed, retryCharged)} A key must name the purchase, not the moment: made
        once, at random, and kept for every retry.
      </p>
      <CardTable
        caption="Keys of two purchases and a retry"
        headLabel="What is sent"
        columns={[
          { id: 'when', label: 'When' },
          { id: 'timestamp', label: `Key: the time of sending, in ${UNITS[unit]}` },
          { id: 'once', label: 'Key: made once for each purchase' },
        ]}
        rows={[
          {
            id: 'a',
            head: 'Purchase A',
            cells: { when: 'at first', timestamp: <Key>{first}</Key>, once: <Key>{KEY_A}</Key> },
          },
          {
            id: 'b',
            head: 'Purchase B, somebody else’s',
            cells: {
              when: gapUs === 0 ? 'at once' : `${microseconds(gapUs)} later`,
              timestamp: (
                <>
                  <Key>{second}</Key>
                  {secondSwallowed ? (
                    <Remark tone="harm">A’s key: answered as A, and never made</Remark>
                  ) : (
                    <Remark tone="effect">another key: goes through</Remark>
                  )}
                </>
              ),
              once: (
                <>
                  <Key>{KEY_B}</Key>
                  <Remark tone="effect">another key: goes through</Remark>
                </>
              ),
            },
          },
          {
            id: 'retry',
            head: 'Purchase A, tried again',
            cells: {
              when: `${durationWords(retryMs)} after A`,
              timestamp: (
                <>
                  <Key>{retry}</Key>
                  {retryCharged ? (
                    <Remark tone="harm">looks new: charged again</Remark>
                  ) : (
                    <Remark tone="fault">A’s key, by luck: still within the same tick</Remark>
                  )}
                </>
              ),
              once: (
                <>
                  <Key>{KEY_A}</Key>
                  <Remark tone="effect">A’s key: answered from memory</Remark>
                </>
              ),
            },
          },
        ]}
      />
    </>
  );
}

const KEY_A = '3b1f…a2c9';
const KEY_B = 'e07d…51f4';

/** What these very times show. */
function lesson(secondSwallowed: boolean, retryCharged: boolean): string {
  if (secondSwallowed && retryCharged) {
    return 'Two purchases within one tick share a key, so one is lost. A retry gets a new one, so it is charged again.';
  }
  if (retryCharged) {
    return 'This time the two purchases are a tick apart. The retry still gets a new key, and is charged again.';
  }
  return secondSwallowed
    ? 'With ticks this long the retry may keep its key by luck, and then even more strangers share it.'
    : 'This time luck is on both sides. Move the times a little.';
}

const microseconds = (gapUs: number): string =>
  gapUs < 1000
    ? `${gapUs} µs`
    : gapUs < 1_000_000
      ? `${figures(gapUs / 1000)} ms`
      : durationWords(gapUs / 1000);

function Key({ children }: { readonly children: string }) {
  return <span className="block font-mono break-all tabular-nums">{children}</span>;
}

const TONES = { harm: 'text-harm', fault: 'text-fault', effect: 'text-effect' };

function Remark({
  tone,
  children,
}: {
  readonly tone: keyof typeof TONES;
  readonly children: string;
}) {
  return <span className={`block text-[0.8125rem] ${TONES[tone]}`}>{children}</span>;
}
