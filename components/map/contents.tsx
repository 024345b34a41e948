import { STAGE_NAMES } from '@/components/chrome/stages';
import { scenariosOn, stages } from '@/simulations/catalogue';

const LINK = 'inline-block py-1 pointer-coarse:py-2 hover:text-ink hover:underline';

/** What is where on a page that is many screens long. */
export function Contents() {
  return (
    <nav aria-label="On this page" className="grid gap-y-3 pt-4 pb-2 text-sm print:hidden">
      {stages.map((stage) => (
        <div key={stage} className="gap-x-6 md:grid md:grid-cols-[9rem_minmax(0,1fr)]">
          <p>
            <a href={`#${stage}`} className={`font-semibold ${LINK}`}>
              {STAGE_NAMES[stage]}
            </a>
          </p>
          <ul className="flex flex-wrap gap-x-4 text-muted">
            {scenariosOn(stage).map(({ slug, title }) => (
              <li key={slug}>
                <a href={`#${slug}`} className={LINK}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
