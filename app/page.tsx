import type { Metadata } from 'next';

import { prerendered } from '@/app/prerendered';
import { Header } from '@/components/chrome/header';
import { DuplicateFigure } from '@/components/home/duplicate-figure';
import { figureRun } from '@/components/home/figure-run';
import { ScenarioList } from '@/components/home/scenario-list';
import { requiredOf } from '@/lib/outcomes/meant';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';

export const metadata: Metadata = {
  title: { absolute: 'Idempotency Lab: make a duplicate happen, see why, and prevent it' },
  description:
    'Play lost replies, retries, crashes and redeliveries step by step, see why one purchase is charged twice, and switch on what prevents it. Runs in your browser.',
};

const POINTS = [
  {
    title: 'Play the network yourself',
    text: 'Lose a message, hold it back, send it twice, or crash a server. The same choices always give the same run.',
  },
  {
    title: 'See why it happened',
    text: 'Step through the run and look into each part: what it knows, which line of its code it is at, and what came before.',
  },
  {
    title: 'Take it with you',
    text: 'Link to any moment, embed it in your notes, or present it in a room, one key press a step.',
  },
] as const;

export default function HomePage() {
  return (
    <>
      <Header home="./" current="home" />
      <main className="mx-auto max-w-[120rem] px-4 sm:px-7">
        <div className="grid gap-x-12 gap-y-6 py-6 xl:grid-cols-[22rem_minmax(0,1fr)] xl:py-8">
          <Introduction />
          <Figure />
        </div>
        <ul className="grid gap-x-12 gap-y-6 border-t border-line py-10 md:grid-cols-3">
          {POINTS.map(({ title, text }) => (
            <li key={title}>
              <h2 className="font-serif text-xl leading-snug">{title}</h2>
              <p className="mt-1.5 max-w-prose text-muted">{text}</p>
            </li>
          ))}
        </ul>
        <section
          id="scenarios"
          aria-labelledby="scenarios-title"
          className="border-t border-line py-10"
        >
          <h2 id="scenarios-title" className="font-serif text-[1.75rem] leading-tight">
            Scenarios
          </h2>
          <p className="mt-2 max-w-prose text-muted">
            Each opens with something going wrong. The marks beside it are its steps: blue is a
            wish, amber a fault, green an effect, red an effect that should not have happened, grey
            all else. Below its question stands one thing that can be turned. All of them at a
            glance are on the{' '}
            <a className="text-intent underline underline-offset-2" href="map">
              safety map
            </a>
            : which defence holds against which fault.
          </p>
          <ScenarioList />
        </section>
      </main>
      <footer className="border-t border-line text-sm text-muted">
        <p className="mx-auto max-w-[120rem] px-4 py-6 sm:px-7">
          Idempotency Lab is open source under the MIT licence. Once visited, it works without a
          network.
        </p>
      </footer>
    </>
  );
}

function Introduction() {
  return (
    <div className="max-w-3xl xl:pt-4">
      <h1 className="font-serif text-[1.875rem] leading-[1.12] text-balance sm:text-[2.5rem] xl:text-[2.625rem]">
        Make a duplicate happen, see why, and prevent it.
      </h1>
      <p className="mt-4 max-w-prose text-[1.0625rem] leading-relaxed">
        When a reply gets lost, programs ask again, and what was meant to happen once happens twice.
        An operation is <em>idempotent</em> if asking for it again changes nothing more.
      </p>
      <p className="mt-4 max-w-prose text-[1.0625rem] leading-relaxed text-muted max-xl:hidden">
        Watch the purchase on the right. Then turn on its key.
      </p>
      <p className="mt-5 flex gap-3 max-xl:hidden">
        <a
          href="#scenarios"
          className="inline-flex min-h-11 items-center rounded-md border border-ink bg-ink px-4 text-paper hover:opacity-90"
        >
          All scenarios
        </a>
        <a
          href="map"
          className="inline-flex min-h-11 items-center rounded-md border border-line bg-panel px-4 hover:border-edge"
        >
          Safety map
        </a>
      </p>
    </div>
  );
}

/** The flagship scenario, played here at build time under both settings of its key. */
function Figure() {
  const { slug, question, knobs, meant } = lostResponse;
  const { key } = knobs;
  const helpOf = (value: string): string =>
    (key?.kind === 'choice' && key.values.find((each) => each.value === value)?.help) || '';
  return (
    <DuplicateFigure
      label={question}
      defence={key?.label ?? ''}
      noun={requiredOf(meant)
        .map(({ noun }) => noun)
        .join(' and ')}
      off={{ run: figureRun(lostResponse, {}, prerendered(slug)), help: helpOf('none') }}
      on={{
        run: figureRun(lostResponse, { key: 'per-intent' }, prerendered(`${slug}.per-intent`)),
        help: key?.help ?? '',
      }}
    />
  );
}
