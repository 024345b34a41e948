import { type TickUnit, timestampKey } from '@/lib/tools/keys/encode';

/** What two purchases and a retry get for keys when the time of sending is the key. */
export interface TimestampStory {
  readonly first: string;
  readonly second: string;
  readonly retry: string;
  /** Two purchases, one key: the second is answered with the first one’s result and never happens. */
  readonly secondSwallowed: boolean;
  /** One purchase, two keys: the retry looks new and is charged again. */
  readonly retryCharged: boolean;
}

export interface TimestampTimes {
  /** When the first purchase is sent, in ms since 1970. */
  readonly startMs: number;
  /** From there to the second purchase, in microseconds. */
  readonly gapUs: number;
  /** From there to the retry of the first, in ms. */
  readonly retryMs: number;
}

export function timestampStory(times: TimestampTimes, unit: TickUnit): TimestampStory {
  const { startMs, gapUs, retryMs } = times;
  const first = timestampKey(startMs * 1000, unit);
  const second = timestampKey(startMs * 1000 + gapUs, unit);
  const retry = timestampKey((startMs + retryMs) * 1000, unit);
  return {
    ...{ first, second, retry },
    ...{ secondSwallowed: second === first, retryCharged: retry !== first },
  };
}
