import { describe, expect, it } from 'vitest';

import type { Cast, ProcessSpec } from '@/lib/engine/model';
import { System } from '@/lib/engine/system';
import { shop } from '@/lib/engine/toy-casts';

describe('a cast', () => {
  it('may have groups of one and of several', () => {
    expect(() => new System(shop({ instances: 1 }))).not.toThrow();
    expect(() => new System(shop({ instances: 2 }))).not.toThrow();
  });

  it('may not give two actors one name', () => {
    expect(
      () => new System(changed('asker', ({ actors }) => ({ actors: [...actors, ...actors] }))),
    ).toThrow('Two actors share a name');
  });

  it('may not give two processes one name', () => {
    const cast = shop();
    expect(
      () => new System({ ...cast, processes: [...cast.processes, { ...PERSON, id: 'person' }] }),
    ).toThrow('Two processes share a name');
  });

  it('may not call a group like another process, since a script could not tell them apart', () => {
    expect(() => new System(changed('shop-a', () => ({ group: 'note-book' })))).toThrow(
      'called like another process, "note-book"',
    );
  });

  it('may not let a process crash whose actor has its name, since its answers look like requests', () => {
    expect(() => new System(changed('note-book', () => ({ crashes: true })))).toThrow(
      'needs a name of its own',
    );
  });
});

// Helpers

const PERSON: ProcessSpec = {
  ...{ id: 'person', group: 'person', label: 'person', kind: 'person' },
  ...{ crashes: false, actors: [] },
};

function changed(id: string, change: (process: ProcessSpec) => Partial<ProcessSpec>): Cast {
  const cast = shop();
  return {
    ...cast,
    processes: cast.processes.map((process) =>
      process.id === id ? { ...process, ...change(process) } : process,
    ),
  };
}
