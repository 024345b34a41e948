import { Sources } from '@/components/tools/links';
import { WorkedOut } from '@/components/tools/worked-out';

/** The waits as their authors give them. */
export function Formulas() {
  return (
    <WorkedOut>
      <p>
        The wait before retry n is w = min(longest, first × factor<sup>n−1</sup>). Jitter draws from
        it evenly. None: w. Full: 0 to w. Equal: w/2 to w. Decorrelated: min(longest, first to 3 ×
        the wait before), which grows by chance alone. (<Sources ids={['aws-jitter']} />)
      </p>
      <p>
        Every attempt is taken to fail by its timeout, the worst case: an attempt starts when the
        one before has timed out and the wait is over. Each layer keeps to its own clock and does
        not stop when the layer above gives up, so the last call comes after layers × the start of
        the last attempt. A layer that waits for the one below it to end can be later still.
      </p>
      <p>
        Retry at one layer, with an end and with jitter, and count retries against a budget: a
        server in trouble is helped by fewer calls, not by more. (
        <Sources ids={['sre', 'aws-retries']} />)
      </p>
    </WorkedOut>
  );
}
