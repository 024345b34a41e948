import { Sources } from '@/components/tools/links';
import { WorkedOut } from '@/components/tools/worked-out';

/** How clashes are reckoned, and by whose formulas. */
export function Formula() {
  return (
    <WorkedOut>
      <p>
        The birthday problem: of N values, n keys come up on average. If they come at random
        moments, each value comes up by itself, n/N times on average, and none comes up twice with a
        chance of (1 + n/N)<sup>N</sup> e<sup>−n</sup>. A clash is what is left, about 1 − e
        <sup>−n²/2N</sup> where n is small beside N.
      </p>
      <p>
        A key with the time in it clashes only with those of its own tick. A window of T ticks with
        b random bits holds N = T × 2<sup>b</sup> values. A timestamp alone has b = 0.
      </p>
      <p>
        How often: a new key without a time meets all that are remembered, a share of 1 − e
        <sup>−n/N</sup> of them is a clash. One with a time meets those of its tick that are still
        remembered, x on average at the end for each of the 2<sup>b</sup> values: per tick and value
        x − 1 + e<sup>−x</sup> keys are not the first. Where keys are forgotten within a tick, N is
        2<sup>b</sup>, and for the rest of the tick a share of 1 − e<sup>−x</sup> of the new ones
        clashes as well.
      </p>
      <p>
        Keys are taken to come at random moments. In bursts, and from a bad source of chance, there
        are more clashes than this. Sources:{' '}
        <Sources ids={['birthday', 'poisson', 'rfc9562', 'ulid']} />.
      </p>
    </WorkedOut>
  );
}
