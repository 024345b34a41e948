/** Mermaid computes with these, so they must be colours; what is seen comes from `THEME_CSS`. */
export const THEME_VARIABLES = {
  background: '#ffffff',
  primaryColor: '#ffffff',
  primaryTextColor: '#1d1c1a',
  primaryBorderColor: '#8d887d',
  lineColor: '#1d1c1a',
  textColor: '#1d1c1a',
  fontSize: '14px',
} as const;

/**
 * Here custom properties may be used, so one drawing serves light and dark. `data-tone` is set on a drawing
 * by `annotate`, `data-ahead` by `reveal`.
 */
export const THEME_CSS = `
  .heads > rect { fill: none; }
  .heads[transform] > rect { fill: var(--panel); }
  .actor { fill: var(--panel); stroke: var(--edge); }
  text.actor > tspan, .actor-box { fill: var(--ink); stroke: none; font-weight: 600; }
  .actor-line { stroke: var(--line); stroke-width: 1.5px; }
  .messageLine0, .messageLine1 { stroke: var(--ink); stroke-width: 1.4px; }
  .messageText { fill: var(--ink); stroke: none; }
  .note { fill: var(--soft); stroke: var(--line); rx: 4px; }
  .noteText, .noteText > tspan { fill: var(--ink); stroke: none; }
  .activation0, .activation1, .activation2 { fill: var(--soft); stroke: var(--line); }
  marker path { fill: var(--ink) !important; stroke: var(--ink) !important; }
  marker[id$="crosshead"] path { fill: none !important; stroke: var(--fault) !important; stroke-width: 2px !important; }
  [data-tone="fault"].messageLine0, [data-tone="fault"].messageLine1 { stroke: var(--fault); stroke-dasharray: 5 4; }
  [data-tone="fault"].messageText { fill: var(--fault); }
  [data-tone="harm"].messageLine0, [data-tone="harm"].messageLine1 { stroke: var(--harm); stroke-width: 2px; }
  [data-tone="harm"].messageText { fill: var(--harm); font-weight: 600; }
  [data-tone="intent"] .note, .note[data-tone="intent"] { fill: var(--intent-soft); stroke: var(--intent); }
  [data-tone="effect"] .note { fill: var(--effect-soft); stroke: var(--effect); }
  [data-tone="fault"] .note { fill: var(--fault-soft); stroke: var(--fault); }
  [data-tone="harm"] .note { fill: var(--harm-soft); stroke: var(--harm); stroke-width: 2px; }
  [data-tone="intent"] .noteText > tspan { fill: var(--intent); }
  [data-tone="effect"] .noteText > tspan { fill: var(--effect); }
  [data-tone="fault"] .noteText > tspan { fill: var(--fault); }
  [data-tone="harm"] .noteText > tspan { fill: var(--harm); font-weight: 600; }
  .crash-mark { stroke: var(--fault); stroke-width: 2.5px; fill: none; }
  .crash-gap { stroke: var(--panel); stroke-width: 5px; }
  line[data-ahead], path[data-ahead], rect[data-ahead] { opacity: 0.2; }
  text[data-ahead], g[data-ahead] * { fill-opacity: 0.2; stroke-opacity: 0.2; }
  .statediagram-state rect.basic { fill: var(--panel); stroke: var(--edge); }
  .statediagram-cluster rect.outer, .statediagram-cluster rect.inner { fill: var(--soft) !important; stroke: var(--line) !important; }
  .statediagram-state text, .cluster-label text { fill: var(--ink); }
  .statediagram-note path:first-child { fill: var(--soft) !important; }
  .statediagram-note path:last-child { stroke: var(--line) !important; }
  .statediagram-note text, .statediagram-state .row:not(:first-child) { fill: var(--muted) !important; }
  .edgeLabel text, .edgeLabel tspan { fill: var(--ink) !important; }
  .edgeLabel rect, .edgeLabel .background { fill: var(--panel) !important; opacity: 0.9 !important; }
  .transition { stroke: var(--edge); }
  .state-start { fill: var(--ink) !important; stroke: var(--ink) !important; }
  [data-lit] > rect.basic { fill: var(--intent-soft); stroke: var(--intent); stroke-width: 2.5px; }
  [data-lit] .row:first-child { fill: var(--intent); }
`;
