import { type ReadLink, Reader } from '@/lib/permalink/reader';
import type { EmbedView } from '@/lib/permalink/view';

/** The colours of a frame in somebody else's page. */
export const readTheme = (reader: Reader): EmbedView['theme'] =>
  reader.read(
    'theme',
    (text) => (text === 'light' || text === 'dark' || text === 'auto' ? text : undefined),
    'auto',
    'that of the system',
  );

/** A map in a frame takes its colours from the query, and nothing else. */
export function mapFrameFromQuery(query: string): ReadLink<Pick<EmbedView, 'theme'>> {
  const reader = new Reader(query);
  const theme = readTheme(reader);
  reader.refuseRepeated();
  reader.refuseUnknown(['theme'], 'This map');
  return { view: { theme }, complaints: reader.complaints };
}
