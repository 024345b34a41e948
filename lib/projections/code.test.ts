import { describe, expect, it } from 'vitest';

import type { Script } from '@/lib/engine/directive';
import { run } from '@/lib/engine/run';
import { shop } from '@/lib/engine/toy-casts';
import { codeAt, plainCode } from '@/lib/projections/code';

describe('code beside a run', () => {
  it('is read without its marks', () => {
    expect(plainCode(CODE)).toBe('take();\nwork();\nbook(); -- or so\nreply();');
  });

  it('lights the line at which a handler stands', () => {
    const { lit, trace } = beside([]);
    expect(lit).toEqual([
      ...['', '', 'work(): shop-a.1', 'book(): shop-a.1', 'book(): shop-a.1'],
      ...['reply(): shop-a.1', ''],
    ]);
    expect(lit).toHaveLength(trace.length + 1);
  });

  it('does not take a crash, or what idles on, for a reply', () => {
    const { lit, trace } = beside([{ kind: 'crash', process: 'shop', nth: 1 }]);
    const crash = trace.findIndex(({ kind }) => kind === 'crashed');
    expect(lit.slice(crash, crash + 2)).toEqual(['work(): shop-a.1', '']);
    const [again] = beside([{ kind: 'crash', process: 'shop', nth: 0 }]).lit.slice(2);
    expect(again).toBe('');
  });
});

// Helpers

const CODE = `take();
work();            //@ working
book(); -- or so   --@ booking
reply();           //@ reply`;

/** Which lines are lit after each step, and by whom. */
function beside(script: Script) {
  const cast = shop({ memory: false });
  const played = run(cast, script);
  const lit = Array.from({ length: played.trace.length + 1 }, (_, position) =>
    codeAt(CODE, { run: played, cast, group: 'shop' }, position)
      .filter(({ at }) => at.length > 0)
      .map(({ text, at }) => `${text.split(';')[0] ?? ''}: ${at.join(' ')}`)
      .join(', '),
  );
  return { lit, trace: played.trace };
}
