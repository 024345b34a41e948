import type { ScenarioState } from '@/components/view/use-story';
import { embedToQuery, toQuery } from '@/lib/permalink/permalink';
import type { EmbedView } from '@/lib/permalink/view';
import { toMarkdown } from '@/lib/projections/markdown';
import { reportOf } from '@/lib/scenario/report';

type Shared = Pick<ScenarioState, 'scenario' | 'view' | 'story' | 'position' | 'length'>;

/** The query of what is seen, whatever the address has come to say. */
export const queryOf = ({ scenario, view, position, length }: Shared): string =>
  toQuery(scenario, { ...view, present: false, step: position === length ? null : position });

/** The address of this page, as seen, for somebody else. `page` is the address of any scenario's page. */
export const linkOf = (shared: Shared, page: string): string =>
  withQuery(new URL(`../lab/${shared.scenario.slug}`, page), queryOf(shared));

export const embedLinkOf = (shared: Shared, embed: EmbedView, page: string): string =>
  withQuery(
    new URL(`../embed/${shared.scenario.slug}`, page),
    [queryOf(shared), embedToQuery(embed)].filter((part) => part !== '').join('&'),
  );

function withQuery(address: URL, query: string): string {
  return `${address.origin}${address.pathname}${query ? `?${query}` : ''}`;
}

/** One snippet for HTML and MDX: plain attributes, nothing but what both take. */
export function iframeOf(title: string, src: string, height: number): string {
  const attributes = { src, title: `${title}: Idempotency Lab`, width: '100%', height };
  const written = Object.entries({ ...attributes, loading: 'lazy' }).map(
    ([name, value]) => `${name}="${escapeAttribute(String(value))}"`,
  );
  return `<iframe ${written.join(' ')}></iframe>`;
}

const escapeAttribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

export const markdownOf = ({ story }: Shared, link: string): string =>
  toMarkdown(reportOf(story.played, { beats: story.beats, diagram: story.diagram.source, link }));

/** How tall a frame should be at first: the whole drawing in a column of text, or as much as is reasonable. */
export function frameHeight(
  drawing: { readonly width: number; readonly height: number } | null,
): number {
  const [columnWidth, aroundIt, least, most] = [720, 180, 360, 760];
  const tall = drawing ? drawing.height * Math.min(1, columnWidth / drawing.width) : 340;
  return Math.min(most, Math.max(least, Math.ceil((tall + aroundIt) / 20) * 20));
}
