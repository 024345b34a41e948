import { catalogue } from '@/simulations/catalogue';
import { allSettings } from '@/lib/scenario/knobs';
import { Tables } from '@/lib/explorer/tables/tables';
import { Search } from '@/lib/explorer/search';
const only = process.argv[2]; const timed = process.argv[3] !== 'untimed';
for (const sc of catalogue) {
  if (only && sc.slug !== only) continue;
  for (const settings of allSettings(sc.knobs)) {
    const q = { cast: sc.cast(settings), meant: sc.meant, bounds: sc.bounds, calmAttempt: sc.calmAttempt };
    const t = performance.now();
    const tables = new Tables(q, { timed });
    const s = new Search(tables, q, { isStuck: () => false });
    s.advance();
    const ms = performance.now() - t;
    const b = s.states.bytes;
    console.log(sc.slug, JSON.stringify(settings), s.states.size, s.transitions, 'found', s.found.toString(2), s.steps.join(), s.complete, 'xs', tables.system.states.transitions, 'react', tables.reactions.size, 'wires', tables.wires.size, 'ms', ms.toFixed(0), 'B/state', (b.needed / s.states.size).toFixed(0), (b.held / s.states.size).toFixed(0), (tables.wires.bytes / s.states.size).toFixed(0));
  }
}
