import type { ScenarioLink } from '@/simulations/tools/scenario-reference';
import { type Source, type SourceId, SOURCES } from '@/simulations/tools/sources';

const LINK = 'text-intent underline underline-offset-2';

/** Where a fact comes from. */
export function Sources({ ids }: { readonly ids: readonly SourceId[] }) {
  return ids.map((id, index) => {
    const { name, url }: Source = SOURCES[id];
    return (
      <span key={id}>
        {index > 0 && '; '}
        <a href={url} className={`${LINK} py-0.5`}>
          {name}
        </a>
      </span>
    );
  });
}

/** Scenarios that show what a tool says. One that is not there yet has a name and no link. */
export function ScenarioLinks({ links }: { readonly links: readonly ScenarioLink[] }) {
  return (
    <ul className="space-y-1">
      {links.map(({ shows, path }) => (
        <li key={shows} className="flex gap-2">
          <span aria-hidden="true" className="text-muted">
            –
          </span>
          {path === null ? (
            <span className="py-1 text-muted">{shows} (scenario to come)</span>
          ) : (
            <a href={`../${path}`} className={`${LINK} py-1`}>
              {shows}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
