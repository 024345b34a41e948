import type { Play } from '@/simulations/concepts/concept';
import { hrefOf } from '@/simulations/concepts/plays';
import { scenarioBySlug } from '@/simulations/catalogue';

interface PlayLinksProps {
  readonly plays: readonly Play[];
  /** The way to the home page, relative. */
  readonly home: string;
}

/** Links into the lab. One to a scenario that isn’t there yet is left out. */
export function PlayLinks({ plays, home }: PlayLinksProps) {
  const links = plays.flatMap((play) => {
    const scenario = scenarioBySlug(play.scenario);
    return scenario ? [{ text: play.text, href: home + hrefOf(scenario, play) }] : [];
  });
  if (links.length === 0) return null;
  return (
    <ul className="space-y-1 font-sans text-sm">
      {links.map(({ text, href }) => (
        <li key={text} className="flex gap-2">
          <span aria-hidden="true" className="text-muted">
            ▸
          </span>
          <a href={href} className="text-intent underline underline-offset-2">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
