/**
 * Once it has been visited, the site works without a network: a service worker keeps all of it. What is asked
 * for is still fetched while there is a network, so that nobody reads an old page; only files whose
 * names change with their content are taken from what is kept.
 */

/** The name of the worker’s file. It lies at the root, since it may answer only for what lies beside it and below. */
export const OFFLINE_WORKER = 'offline.js';

/** Files fetched at the same time: a page that was just opened needs the network, too. */
const AT_ONCE = 6;

/** A page is asked for without its ending, and the first one by nothing. */
const [ENDING, FIRST] = [/\.html$/, /^index$/];
const addressOf = (file: string): string => file.replace(ENDING, '').replace(FIRST, '');

const WORKER = `
const scope=self.registration.scope,PREFIX="idempotency-lab "+scope+" ",NAME=PREFIX+VERSION;
const addressOf=(url)=>url.startsWith(scope)?url.slice(scope.length).replace(/[?#].*/,"").replace(${ENDING},"").replace(${FIRST},""):null;
const kept=async(address)=>(await caches.open(NAME)).match(scope+address);
async function keep(address){
const response=await fetch(new Request(scope+address,{cache:isNamedByContent(address)?"default":"no-cache"}));
if(!response.ok&&address!=="404")throw new Error(address+": "+response.status);
const{status,statusText,headers}=response;
await(await caches.open(NAME)).put(scope+address,new Response(await response.blob(),{status,statusText,headers}))}
const isNamedByContent=(address)=>address.startsWith("_next/static/");
async function keepAll(){const left=FILES.slice();
await Promise.all(Array.from({length:${AT_ONCE}},async()=>{while(left.length)await keep(left.shift())}))}
async function forgetOthers(){
for(const name of await caches.keys())if(name.startsWith(PREFIX)&&name!==NAME)await caches.delete(name);
if(self.registration.navigationPreload)await self.registration.navigationPreload.enable()}
async function fresh(event,address){
try{return(await event.preloadResponse)||(await fetch(event.request))}
catch(problem){const page=(await kept(address))||(event.request.mode==="navigate"&&(await kept("404")));
if(page)return page;throw problem}}
self.addEventListener("install",(event)=>event.waitUntil(keepAll()));
self.addEventListener("activate",(event)=>event.waitUntil(forgetOthers()));
self.addEventListener("fetch",(event)=>{
const address=event.request.method==="GET"?addressOf(event.request.url):null;
if(address===null)return;
event.respondWith(isNamedByContent(address)?kept(address).then((file)=>file||fetch(event.request)):fresh(event,address))});
`;

/** The worker’s code. `files` are all that the site consists of, `version` changes with what is in any of them. */
export function offlineWorker(files: readonly string[], version: string): string {
  const addresses = JSON.stringify(files.map(addressOf));
  return `const VERSION=${JSON.stringify(version)},FILES=${addresses};${WORKER}`;
}

const BODY_END = /<\/body>/;

/**
 * Makes a page fetch the worker when it has loaded and is at rest. In frames there is none: their host has the
 * network that brought it. Whoever wants to save data is not made to fetch what was not asked for.
 */
export function keepOffline(html: string, prefix: string): string {
  const script = `(function(){
if(self!==top||!("serviceWorker" in navigator)||(navigator.connection||{}).saveData)return;
addEventListener("load",function(){setTimeout(function(){
navigator.serviceWorker.register(${JSON.stringify(prefix + OFFLINE_WORKER)}).catch(function(){})},4000)})})()`;
  return html.replace(BODY_END, (end) => `<script>${script}</script>${end}`);
}
