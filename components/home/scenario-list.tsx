import { STAGE_NAMES } from '@/components/chrome/stages';
import { tellStory } from '@/components/view/story';
import type { Tone } from '@/lib/projections/beats';
import { initialSettings, isDefence } from '@/lib/scenario/knobs';
import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';

const STAGES = Object.keys(STAGE_NAMES) as readonly StageName[];

/** Every scenario there is, by stage, in teaching order. Made on the server: it plays each one for its shape. */
export function ScenarioList() {
  return STAGES.map((stage) => {
    const staged = catalogue.filter((scenario) => scenario.stage === stage);
    if (staged.length === 0) return null;
    return (
      <section
        key={stage}
        aria-labelledby={stage}
        // Far below what is seen first: laid out when it comes near.
        className="mt-9 [contain-intrinsic-size:auto_75rem] [content-visibility:auto] print:[content-visibility:visible]"
      >
        <h3 id={stage} className="pb-2 text-sm font-semibold text-muted">
          {STAGE_NAMES[stage]}, {staged.length} {staged.length === 1 ? 'scenario' : 'scenarios'}
        </h3>
        <ul className="grid gap-x-12 xl:grid-cols-2">
          {staged.map((scenario) => (
            <ScenarioRow key={scenario.slug} scenario={scenario} />
          ))}
        </ul>
      </section>
    );
  });
}

function ScenarioRow({ scenario }: { readonly scenario: Scenario }) {
  const { slug, title, question, knobs } = scenario;
  const { beats } = tellStory(scenario, initialSettings(knobs), null);
  return (
    <li className="border-t border-line print:break-inside-avoid">
      <a
        href={`lab/${slug}`}
        className="group grid gap-x-8 gap-y-1.5 py-4 sm:grid-cols-[minmax(0,1fr)_13rem] sm:items-center"
      >
        <span>
          <span className="block font-serif text-lg leading-snug group-hover:text-intent group-hover:underline group-hover:decoration-1 group-hover:underline-offset-3 sm:text-[1.1875rem]">
            {question}
          </span>
          <span className="mt-1 block text-sm text-muted">
            <span className="text-ink">{title}</span>
            {' · '}
            {defenceOf(scenario)}
          </span>
        </span>
        <Shape tones={beats.map(({ tone }) => tone)} />
      </a>
    </li>
  );
}

/**
 * The first defence that can be turned there, and where to: `Idempotency key: none / one per purchase`. In a scenario
 * without one, the first thing that can be turned.
 */
export function defenceOf({ knobs }: Scenario): string {
  const all = Object.values(knobs);
  const knob = all.find(isDefence) ?? all[0];
  if (!knob) return '';
  const stands = knob.kind === 'choice' ? knob.values.map(({ label }) => label) : [];
  return [knob.label, stands.join(' / ')].filter((part) => part !== '').join(': ');
}

/** How a tick of each tone looks; its height in pixels. */
const TICKS: Readonly<Record<Tone, { readonly height: number; readonly stroke: string }>> = {
  calm: { height: 8, stroke: 'stroke-edge' },
  intent: { height: 12, stroke: 'stroke-intent' },
  effect: { height: 14, stroke: 'stroke-effect' },
  fault: { height: 14, stroke: 'stroke-fault' },
  harm: { height: 20, stroke: 'stroke-harm' },
};
const TONES = Object.keys(TICKS) as readonly Tone[];
const TICK_WIDTH = 3;
/** From one tick to the next, where there is room for it. */
const PITCH = 9;
const [WIDTH, HEIGHT] = [208, 20];

/** The shape of a story, as the transport in the lab shows it: a tick a step. One line for each tone, since there are many. */
function Shape({ tones }: { readonly tones: readonly Tone[] }) {
  const pitch = Math.min(PITCH, WIDTH / tones.length);
  return (
    <svg
      aria-hidden="true"
      className="max-w-full"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      {...{ width: WIDTH, height: HEIGHT, fill: 'none', strokeWidth: TICK_WIDTH }}
      strokeLinecap="round"
    >
      {TONES.filter((tone) => tones.includes(tone)).map((tone) => (
        <path key={tone} className={TICKS[tone].stroke} d={ticks(tones, tone, pitch)} />
      ))}
    </svg>
  );
}

function ticks(tones: readonly Tone[], tone: Tone, pitch: number): string {
  // Its round ends are part of a tick's height.
  const length = TICKS[tone].height - TICK_WIDTH;
  return tones
    .flatMap((each, place) =>
      each === tone
        ? [`M${round(place * pitch + TICK_WIDTH / 2)} ${(HEIGHT - length) / 2}v${length}`]
        : [],
    )
    .join('');
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
