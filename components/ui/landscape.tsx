/**
 * A page whose tables need the paper's long side. A rule of the page's own: of pages with a name one browser lays out
 * only the first one sideways.
 */
export const Landscape = () => <style>{'@page { size: landscape; margin: 12mm; }'}</style>;
