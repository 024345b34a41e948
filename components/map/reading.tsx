import type { ReactNode } from 'react';

import { Mark } from '@/components/outcomes/marks';
import { columnHelp } from '@/components/map/words';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { COLUMN_NAMES, COLUMNS } from '@/lib/scenario/fault-columns';
import type { StageName } from '@/lib/scenario/scenario';

/** How to read a map, and what its answers do not say. */
export function Reading({ retries }: { readonly retries: number }) {
  return (
    <section
      aria-labelledby="reading"
      className="grid gap-x-12 gap-y-8 border-t border-line py-10 lg:grid-cols-2 print:grid-cols-2 print:gap-x-8 print:break-before-page print:py-0"
    >
      <div className="max-w-prose space-y-3">
        <h2 id="reading" className="font-serif text-[1.5rem] leading-tight">
          How to read it
        </h2>
        <p>
          Each cell is a question to a search: this scenario with these defences, on a day on which
          only this can go wrong. A red cell is an outcome that some schedule brings about, and its
          link plays it in the lab. Below its name stands how many directives that takes, in a
          script of which nothing can be left out; on paper, how the script begins.
        </p>
        <p>
          <strong className="font-semibold">None in so many states</strong> means that the search
          covered every schedule within the bounds and found none of the five outcomes. To do so it
          looked at so many states of the whole system, of which one may stand for many that differ
          in nothing that matters. That is an answer about all schedules of this simulation, and
          about nothing else.
        </p>
        <p>
          The bounds of the first six are 1 lost message, 1 doubled one or 1 crash, and at most{' '}
          {retries} retries. Slow and late mean any number of messages, as late as their links
          allow. Everything else is as on a calm day: nothing else is lost, and nothing arrives
          later than usual, though it may arrive sooner.
        </p>
        <p>
          Some harm needs two kinds of faults in one run and is in none of these six.{' '}
          <strong className="font-semibold">Overall</strong> sums them up and adds what the search
          on the scenario’s own page finds, within the bounds beside its name and with late messages
          among them. It says how only where no other column does.
        </p>
        <p>
          None does not mean that the defence is safe. A fault more than these bounds allow, or
          another system, may still do harm.
        </p>
      </div>
      <dl className="grid content-start gap-y-2.5 self-start">
        <Term mark={<Mark of="none" />} name="none" tone="text-effect">
          No schedule within the bounds has any of the five.
        </Term>
        {OUTCOMES.map((outcome) => (
          <Term
            key={outcome}
            mark={<Mark of={outcome} />}
            name={OUTCOME_WORDS[outcome].name}
            tone="text-harm"
          >
            {OUTCOME_WORDS[outcome].means}
          </Term>
        ))}
        <Term mark="–" name="can’t happen here" tone="text-muted">
          Nothing in this scenario can go wrong in this way, so nothing was searched.
        </Term>
      </dl>
    </section>
  );
}

interface TermProps {
  readonly mark: ReactNode;
  readonly name: string;
  readonly tone: string;
  readonly children: ReactNode;
}

function Term({ mark, name, tone, children }: TermProps) {
  return (
    <div className="grid items-start gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className={`flex items-center gap-2 text-sm font-semibold print:text-ink ${tone}`}>
        <span className="grid w-4 place-items-center">{mark}</span>
        {name}
      </dt>
      <dd className="text-sm text-muted max-sm:pl-6">{children}</dd>
    </div>
  );
}

/** What the columns mean, where the table has no room for it. */
export function Columns({ stage }: { readonly stage: StageName }) {
  return (
    <details className="mt-3 text-sm md:hidden print:hidden">
      <summary className="w-fit py-1 text-intent underline underline-offset-2">
        What the columns mean
      </summary>
      <dl className="mt-2 space-y-1.5">
        {COLUMNS.map((column) => (
          <div key={column}>
            <dt className="font-semibold">{COLUMN_NAMES[column]}</dt>
            <dd className="text-muted">{columnHelp(stage, column)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
