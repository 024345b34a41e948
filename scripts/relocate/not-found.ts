/**
 * A host shows 404.html at any address, so it cannot know how deep it lies. This asks for a file of
 * the site in folders above the address, first in the one that the name of a folder of the site
 * speaks for, and makes the folder that has it the page's base. It must be known before the parser
 * meets the next address; hence a request that waits. It is one that can be answered without a network, too. Where none
 * can be made, the name alone decides.
 */
export function addBaseFinder(html: string): string {
  const known = /"\.\/(_next\/static\/chunks\/[^"]+\.js)"/.exec(html)?.[1];
  const charset = /<meta charset="?utf-8"?\/?>/i;
  const [sheet] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
  if (!known || !sheet || !charset.test(html)) {
    throw new Error('404.html has another form than expected');
  }
  const script = `(function(){
var path=location.pathname,named=(/^.*\\/(?=(?:${FOLDERS.join('|')})\\/)/.exec(path)||[])[0],all=named?[named]:[],base;
for(var p=path.split("/").slice(0,-1);p.length;p.pop())all.push(p.join("/")+"/");
while(all.length&&!base){var b=all.shift(),r=new XMLHttpRequest;
try{r.open("GET",b+${JSON.stringify(known)},false);r.send();if(r.status===200)base=b}catch(e){}}
if(base||named)document.head.appendChild(document.createElement("base")).href=base||named;
document.write(${JSON.stringify(sheet)})})()`;
  // A browser looks ahead for style sheets: as a tag, it would be asked for before the base is known.
  return html
    .replace(sheet, `<noscript>${sheet}</noscript>`)
    .replace(charset, (meta) => `${meta}<script>${script}</script>`);
}

/** In which the pages of the site lie. */
const FOLDERS = ['lab', 'embed', 'concepts', 'tools'];
