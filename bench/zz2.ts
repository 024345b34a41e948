import { catalogue } from '@/simulations/catalogue';
import { allSettings } from '@/lib/scenario/knobs';
import { Tables } from '@/lib/explorer/tables/tables';
import { Search } from '@/lib/explorer/search';
import { Symmetry } from '@/lib/explorer/reductions/symmetry';
import { Inertness } from '@/lib/explorer/reductions/inert';
import { Eagerness } from '@/lib/explorer/reductions/eager';
const only = process.argv[2]; 
for (const sc of catalogue) {
  if (only && sc.slug !== only) continue;
  for (const settings of allSettings(sc.knobs)) {
    if (typeof settings.retries === 'number' && settings.retries !== 2) continue;
    const q = { cast: sc.cast(settings), meant: sc.meant, bounds: sc.bounds, calmAttempt: sc.calmAttempt };
    const out: string[] = [];
    for (const timed of [true, false]) for (const red of ['', 's', 'si', 'sie']) {
      const t = performance.now();
      const tables = new Tables(q, { timed });
      const sym = new Symmetry(tables), ine = new Inertness(tables), eag = new Eagerness(tables);
      const canonical = (row: Int32Array) => {
        do { if (red.includes('i')) ine.canonical(row); if (red.includes('s')) sym.canonical(row); } while (red.includes('e') && eag.canonical(row));
      };
      const s = new Search(tables, q, { isStuck: () => false, canonical, statesMax: 2000000 });
      s.advance();
      out.push(`${timed?'t':'u'}${red} ${s.states.size}${s.complete?'':'!'} f${s.found.toString(2)} ${s.steps[0]} ${ine.holds()?'':'DIRTY'} ${(performance.now()-t).toFixed(0)}ms xs${tables.system.states.transitions}`);
    }
    console.log(sc.slug, JSON.stringify(settings), out.join(' | '));
  }
}
