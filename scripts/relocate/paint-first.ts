/**
 * Next's start-up takes as long as drawing the page that is in the HTML already, and an async script
 * runs as soon as it is there. So scripts wait until the page has been seen: their elements are sent
 * inert, and a few lines at the end of the page put live ones in their place.
 */
const WAITING = 'text/after-paint';

const ASYNC_SCRIPT = /<script (?=src="[^"]*_next\/static\/[^"]*" async="">)/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*>/g;
const INLINE_IN_HEAD = /<script>[^<]*(?:<(?!\/script>)[^<]*)*<\/script>(?=.*<\/head>)/s;
const STYLE_SHEET = /<link rel="stylesheet"/;
const BODY_END = /<\/body>/;

/**
 * The replaced elements keep `src` as it is written: React and Turbopack look for them by it. In a
 * frame or a hidden tab there may be no paint for a long time, and a frame must answer its host; the
 * timer is for whatever else keeps a browser from painting.
 */
const START = `(function(){
function start(){document.querySelectorAll('script[type="${WAITING}"]').forEach(function(waiting){
var script=document.createElement("script");script.src=waiting.getAttribute("src");script.async=true;
waiting.replaceWith(script)})}
var paints=self===top&&!document.hidden&&(PerformanceObserver.supportedEntryTypes||[]).includes("paint");
if(!paints)return start();
new PerformanceObserver(start).observe({type:"paint",buffered:true});
document.addEventListener("visibilitychange",start);
setTimeout(start,3000)})()`;

/** Makes the scripts of a page, as Next writes it, wait for its first paint. */
export function paintFirst(html: string): string {
  const waiting = html.replace(ASYNC_SCRIPT, `<script type="${WAITING}" `);
  if (waiting === html || !BODY_END.test(html)) {
    throw new Error('its scripts are not written as Next 16.4 writes them');
  }
  return styleLater(waiting)
    .replace(SCRIPT_PRELOAD, '')
    .replace(BODY_END, (end) => `<script>${START}</script>${end}`);
}

/** An inline script below a style sheet waits for it, and with it the parser: the colours go first. */
function styleLater(html: string): string {
  const inline = INLINE_IN_HEAD.exec(html)?.[0];
  if (inline === undefined || !STYLE_SHEET.test(html)) return html;
  return html.replace(inline, '').replace(STYLE_SHEET, (sheet) => inline + sheet);
}
