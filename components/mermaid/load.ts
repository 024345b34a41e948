import type { Mermaid, MermaidConfig } from 'mermaid';

import { THEME_CSS, THEME_VARIABLES } from '@/components/mermaid/theme';

let loading: Promise<Mermaid> | null = null;
let drawings = 0;

/** Loads Mermaid once, when it is first needed: it is larger than all the rest of the page. */
function loadMermaid(): Promise<Mermaid> {
  return (loading ??= import('mermaid').then(
    ({ default: mermaid }) => {
      mermaid.initialize(configuration());
      return mermaid;
    },
    (problem: unknown) => {
      loading = null;
      throw problem;
    },
  ));
}

/** Draws Mermaid source; the text is measured, so the page's typefaces must be there first. */
export async function drawMermaid(source: string): Promise<string> {
  const mermaid = await loadMermaid();
  await document.fonts.ready;
  drawings += 1;
  const { svg } = await mermaid.render(`drawing-${drawings}`, source);
  return svg;
}

function configuration(): MermaidConfig {
  return {
    startOnLoad: false,
    // A run of as many steps as there may be is some 60,000 characters; Mermaid’s own limit is 50,000.
    maxTextSize: 200_000,
    // Text in a diagram is text; nothing in it becomes markup.
    securityLevel: 'strict',
    htmlLabels: false,
    deterministicIds: true,
    suppressErrorRendering: true,
    theme: 'base',
    look: 'classic',
    fontFamily: getComputedStyle(document.body).fontFamily,
    themeVariables: THEME_VARIABLES,
    themeCSS: THEME_CSS,
    sequence: {
      mirrorActors: false,
      useMaxWidth: true,
      showSequenceNumbers: false,
      actorMargin: 34,
      width: 108,
      height: 40,
      messageMargin: 30,
      noteMargin: 8,
      boxMargin: 6,
      diagramMarginX: 16,
      diagramMarginY: 8,
      messageFontSize: 14,
      noteFontSize: 14,
      actorFontSize: 15,
    },
    state: { useMaxWidth: true },
    // Of statecharts too. Through the points that its layout has kept free for words: on any other curve Mermaid writes
    // them elsewhere, one over the other.
    flowchart: { curve: 'monotoneY' },
  };
}
