/**
 * Next's start-up takes as long as drawing the page that is in the HTML already, and an async script
 * runs as soon as it is there. So scripts wait until the page has been seen: their elements are sent
 * inert, and a few lines at the end of the page put live ones in their place.
 */
const WAITING = 'text/after-paint';

const ASYNC_SCRIPT = /<script (?=src="[^"]*_next\/static\/[^"]*" async="">)/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*>/g;
const STYLE_SHEET = /<link rel="stylesheet"[^>]*>/;
const FONT_PRELOAD = /<link rel="preload"[^>]* as="font"/;
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
  return styleFirst(waiting)
    .replace(SCRIPT_PRELOAD, '')
    .replace(BODY_END, (end) => `<script>${START}</script>${end}`);
}

/**
 * Nothing can be painted without the style sheet, so it is asked for before the fonts. The inline script that sets the
 * colours stands below it and waits for it, and with it the parser: the page is then laid out once, and not
 * again with each piece of it. With a slow processor that is a sixth of the time to the first paint.
 */
function styleFirst(html: string): string {
  const [sheet] = STYLE_SHEET.exec(html) ?? [];
  if (sheet === undefined || !FONT_PRELOAD.test(html)) return html;
  return html.replace(sheet, '').replace(FONT_PRELOAD, (preload) => sheet + preload);
}
