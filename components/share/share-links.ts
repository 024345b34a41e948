import type { ScenarioState } from '@/components/view/use-story';
import { embedToQuery, initialView, toQuery } from '@/lib/permalink/permalink';
import type { EmbedView } from '@/lib/permalink/view';

/** A moment of a run. */
export type Shared = Pick<ScenarioState, 'scenario' | 'view' | 'story' | 'position' | 'length'>;

/** The query of what is seen, whatever the address has come to say. */
export const queryOf = ({ scenario, view, position, length }: Shared): string =>
  toQuery(scenario, { ...view, present: false, step: stepOf(position, length) });

/** The query of this moment and no more, as short as it can be typed. */
export const momentQueryOf = ({ scenario, view, position, length }: Shared): string =>
  toQuery(scenario, {
    ...{ ...initialView(scenario), settings: view.settings, script: view.script, twin: view.twin },
    step: stepOf(position, length),
  });

const stepOf = (position: number, length: number): number | null =>
  position === length ? null : position;

/** The address of this page, as seen, for somebody else. `page` is the address of any scenario's page. */
export const linkOf = (shared: Shared, page: string): string =>
  withQuery(new URL(`../lab/${shared.scenario.slug}`, page), queryOf(shared));

/** The same run from its start, one press a step, for whoever shows it to others. */
export const slideLinkOf = (shared: Shared, page: string): string =>
  withQuery(
    new URL(`../lab/${shared.scenario.slug}`, page),
    toQuery(shared.scenario, { ...shared.view, why: null, present: true, step: 0 }),
  );

export const embedLinkOf = (shared: Shared, embed: EmbedView, page: string): string =>
  withQuery(
    new URL(`../embed/${shared.scenario.slug}`, page),
    [queryOf(shared), embedToQuery(embed)].filter((part) => part !== '').join('&'),
  );

function withQuery(address: URL, query: string): string {
  return `${address.origin}${address.pathname}${query ? `?${query}` : ''}`;
}
