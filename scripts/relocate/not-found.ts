/**
 * A host shows 404.html at any address, so it cannot know how deep it lies. This asks for a file of
 * the site in each folder above the address, and makes the folder that has it the page's base. It
 * must be known before the parser meets the next address; hence a request that waits.
 */
export function addBaseFinder(html: string): string {
  const known = /"\.\/(_next\/static\/chunks\/[^"]+\.js)"/.exec(html)?.[1];
  const charset = /<meta charset="?utf-8"?\/?>/i;
  if (!known || !charset.test(html)) throw new Error('404.html has another form than expected');
  const script = `for(let p=location.pathname.split("/").slice(0,-1);p.length;p.pop()){
const b=p.join("/")+"/",r=new XMLHttpRequest;
try{r.open("HEAD",b+${JSON.stringify(known)},false);r.send()}catch(e){break}
if(r.status===200){document.head.appendChild(document.createElement("base")).href=b;break}}`;
  return html.replace(charset, (meta) => `${meta}<script>${script}</script>`);
}
