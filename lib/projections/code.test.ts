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

  it('lights of several answers the one that holds', () => {
    const { lit } = beside(
      [],
      `a();   //@ reply/booking
b();   //@ reply/working
c();   //@ reply/!booking
d();   //@ reply/working,booking/work-1
e();   //@ booking/work-1
f();   //@ booking/work-2`,
    );
    expect([...new Set(lit)]).toEqual(['', 'e(): shop-a.1', 'a(): shop-a.1, d(): shop-a.1']);
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
function beside(script: Script, code = CODE) {
  const cast = shop({ memory: false });
  const played = run(cast, script);
  const lit = Array.from({ length: played.trace.length + 1 }, (_, position) =>
    codeAt(code, { run: played, cast, group: 'shop' }, position)
      .filter(({ at }) => at.length > 0)
      .map(({ text, at }) => `${text.split(';')[0] ?? ''}: ${at.join(' ')}`)
      .join(', '),
  );
  return { lit, trace: played.trace };
}
