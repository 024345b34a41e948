import { PAGE_STARTED } from '@/components/chrome/page-started';

/** More than anybody presses in the seconds before a page starts. */
const KEPT_MAX = 20;

/**
 * A page is seen before its scripts run, so it may be pressed before anything listens. These lines keep
 * what is pressed, and when the page has started make it happen once, in order: one event a task, since
 * each must see what the one before it changed. What works without scripts is left alone: links,
 * scrolling, the focus. React would answer a press itself if it comes while it starts, so what is kept
 * goes no further; and a radio stays where it is until the run it stands for is shown. Of typing one event is
 * kept for each box, with what was typed last: whoever types goes on typing meanwhile. What a deck says to the
 * frames of a slide, which it does once, as soon as they have loaded, is kept like a press.
 *
 * Only what came from outside is kept (`isTrusted`), so that what is made to happen here is not kept again.
 */
const KEEP = `(function(){
var kept=[],types=["click","keydown","input","change","message"];
function keep(event){
var at=event.target,type=event.type;
if(!event.isTrusted)return;
if(type==="message"){
if(event.source===parent&&parent!==window&&/^slide:/.test(event.data)&&kept.length<${KEPT_MAX})kept.push([document,event]);
return}
if(!at.closest||event.ctrlKey||event.metaKey||event.altKey)return;
if(type==="click"){
if(at.closest("a[href],summary,label")&&!at.closest("button,input,select"))return;
if(/^(radio|checkbox)$/.test(at.type))event.preventDefault()}
if(type==="keydown"&&/^(text|search|textarea)$/.test(at.type))return;
event.stopImmediatePropagation();
var same=type==="input"&&kept.filter(function(one){return one[0]===at&&one[1].type===type})[0];
if(same)same[2]=at.value;
else if(kept.length<${KEPT_MAX})kept.push([at,event,at.value])}
function next(){
var one=kept.shift();
if(!one){types.forEach(function(type){removeEventListener(type,keep,true)});return}
if(one[0].isConnected)again(one[0],one[1],one[2]);
setTimeout(next)}
function again(at,event,value){
var type=event.type;
if(type==="message"){window.dispatchEvent(new MessageEvent(type,{data:event.data,source:event.source}));return}
var whole={bubbles:true,cancelable:true,key:event.key,code:event.code,shiftKey:event.shiftKey};
if(type==="input"||type==="change"){
if(at.tagName==="SELECT")at.value=value;
else{at.value=at.defaultValue;
Object.getOwnPropertyDescriptor(Object.getPrototypeOf(at),"value").set.call(at,value)}}
at.dispatchEvent(type==="click"?new MouseEvent(type,whole):type==="keydown"?new KeyboardEvent(type,whole):new Event(type,whole))}
types.forEach(function(type){addEventListener(type,keep,true)});
addEventListener(${JSON.stringify(PAGE_STARTED)},function(){setTimeout(next)},{once:true})})()`;

const HEAD_START = /<head>(?:<meta charSet="[^"]*"\/?>)?/;

/** Makes a page, as Next writes it, keep what is pressed before its scripts run. */
export function keepPresses(html: string): string {
  const kept = html.replace(HEAD_START, (start) => `${start}<script>${KEEP}</script>`);
  if (kept === html) throw new Error('its head is not written as Next 16.4 writes it');
  return kept;
}
