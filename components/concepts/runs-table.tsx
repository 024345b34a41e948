import { presentIn } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { scenarioBySlug } from '@/simulations/catalogue';
import type { Play } from '@/simulations/concepts/concept';
import { hrefOf, played } from '@/simulations/concepts/plays';

interface RunsTableProps {
  readonly caption: string;
  readonly plays: readonly Play[];
  readonly home: string;
}

const HEAD = 'border-b border-edge py-2 pr-3 text-left sm:pr-4 align-bottom font-normal text-muted';
const CELL = 'border-b border-line py-2 pr-3 align-top sm:pr-4';
const COUNT = `${CELL} text-right font-mono tabular-nums`;

/** Runs side by side, played on the server: its figures are what the engine says, and each row can be opened. */
export function RunsTable({ caption, plays, home }: RunsTableProps) {
  return (
    <table className="w-full font-sans text-[0.8125rem] sm:text-sm">
      <caption className="pb-2 text-left font-semibold">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={HEAD}>
            What happens
          </th>
          <th scope="col" className={`${HEAD} max-sm:hidden`}>
            Told in the end
          </th>
          <th scope="col" className={`${HEAD} text-right!`}>
            Expected
          </th>
          <th scope="col" className={`${HEAD} text-right!`}>
            Actual
          </th>
          <th scope="col" className={`${HEAD} pr-0!`}>
            Outcome
          </th>
        </tr>
      </thead>
      <tbody>
        {plays.map((play) => (
          <Row key={play.text} {...{ play, home }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ play, home }: { readonly play: Play; readonly home: string }) {
  const scenario = scenarioBySlug(play.scenario);
  if (!scenario) return null;
  const { intents, outcomes } = played(scenario, play).judgement;
  const expected = intents.reduce((sum, intent) => sum + intent.expected, 0);
  const actual = intents.reduce((sum, intent) => sum + intent.actual, 0);
  const harms = presentIn(outcomes);
  return (
    <tr className="break-inside-avoid">
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <a
          href={home + hrefOf(scenario, play)}
          className="text-intent underline underline-offset-2"
        >
          {play.text}
        </a>
      </th>
      <td className={`${CELL} max-sm:hidden`}>{intents.map(({ told }) => told).join(', ')}</td>
      <td className={COUNT}>{expected}</td>
      <td className={`${COUNT} ${actual === expected ? 'text-effect' : 'font-semibold text-harm'}`}>
        {actual}
      </td>
      <td className={`${CELL} pr-0! ${harms.length > 0 ? 'text-harm' : 'text-effect'}`}>
        {harms.length > 0 ? harms.map((name) => OUTCOME_WORDS[name].name).join(', ') : 'none'}
      </td>
    </tr>
  );
}
