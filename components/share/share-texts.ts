import type { Shared } from '@/components/share/share-links';
import { toMarkdown } from '@/lib/projections/markdown';
import { reportOf } from '@/lib/scenario/report';

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
