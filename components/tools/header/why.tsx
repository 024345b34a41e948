import { Part } from '@/components/tools/frame';
import { Code } from '@/components/tools/header/code';
import { Sources } from '@/components/tools/links';

export function WhyTheTwoDiffer() {
  return (
    <Part id="two" title="Why the two differ">
      <div className="max-w-prose space-y-2">
        <p>
          The draft makes the value a string of Structured Fields, so that every parser reads it
          alike: double quotes around it, ASCII from space to tilde inside, and a backslash before a
          quote or a backslash.
        </p>
        <p>
          The header is older than the draft. Stripe’s own example, and nearly everything written
          since, sends the key bare. Most servers take the bytes as they come, so to them{' '}
          <Code>abc</Code> and <Code>&quot;abc&quot;</Code> are two keys.
        </p>
        <p>
          Send what your server documents, and send every retry in the very same form. A server of
          your own can take both, if it takes the quotes off before it compares.
        </p>
        <p className="text-[0.8125rem] text-muted">
          <Sources ids={['draft-key', 'stripe-v1']} />
        </p>
      </div>
    </Part>
  );
}
