/** For tests: a run of the toy shop, in words. */
import type { Script } from '@/lib/engine/directive';
import type { Cast } from '@/lib/engine/model';
import { run } from '@/lib/engine/run';
import { shop, type ShopPlan } from '@/lib/engine/toy-casts';
import { toBeats } from '@/lib/projections/beats';
import type { Wording } from '@/lib/projections/wording';

const wording: Wording = {
  message: ({ type }) => type,
  isReply: ({ type }) => type === 'work.answered' || type === 'note.kept',
  fact: ({ name }, again) => (name === 'note.written' ? (again ? 'noted again' : 'noted') : null),
  timer: (timer) => (timer.includes('patience') ? 'no answer in time' : 'done working'),
  tables: () => [],
};

const meant = {
  intents: [{ id: 'work-1', label: 'Work 1' }],
  effects: [{ fact: 'note.written', noun: 'notes', did: 'noted' }],
};

export function told(plan: Partial<ShopPlan>, script: Script, change = (cast: Cast) => cast) {
  const cast = change(shop({ memory: false, ...plan }));
  const { trace } = run(cast, script);
  return { trace, cast, beats: toBeats(trace, { cast, meant, wording }) };
}
