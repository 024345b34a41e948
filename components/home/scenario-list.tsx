import { STAGE_NAMES } from '@/components/chrome/stages';
import { tellStory } from '@/components/view/story';
import type { Tone } from '@/lib/projections/beats';
import { initialSettings } from '@/lib/scenario/knobs';
import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';

const STAGES = Object.keys(STAGE_NAMES) as readonly StageName[];

/** Every scenario there is, by stage, in teaching order. Made on the server: it plays each one for its shape. */
export function ScenarioList() {
  return STAGES.map((stage) => {
    const staged = catalogue.filter((scenario) => scenario.stage === stage);
    if (staged.length === 0) return null;
    return (
      <section key={stage} aria-labelledby={stage} className="mt-9">
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
  const knobNames = Object.values(knobs).map(({ label }) => label);
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
            {knobNames.join(', ')}
          </span>
        </span>
        <Shape tones={beats.map(({ tone }) => tone)} />
      </a>
    </li>
  );
}

const TICKS: Readonly<Record<Tone, string>> = {
  calm: 'bg-edge h-2',
  intent: 'bg-intent h-3',
  effect: 'bg-effect h-3.5',
  fault: 'bg-fault h-3.5',
  harm: 'bg-harm h-5',
};

/** The shape of a story, as the transport in the lab shows it: a tick a step. */
function Shape({ tones }: { readonly tones: readonly Tone[] }) {
  return (
    <span aria-hidden="true" className="flex h-5 max-w-52 items-center">
      {tones.map((tone, index) => (
        <span key={index} className="flex max-w-2.25 items-center min-w-0 flex-1">
          <span className={`w-[3px] rounded-full ${TICKS[tone]}`} />
        </span>
      ))}
    </span>
  );
}
