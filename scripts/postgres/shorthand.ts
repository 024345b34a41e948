import type { Move } from '@/simulations/actors/database/random-sessions';
import type { IsolationLevel, Row, Statement } from '@/simulations/messages';

const SESSIONS = ['a', 'b', 'c'];

/** A row of either table, by its number alone. */
export const thing = (id: number): Row => ({ id, kind: 'a', token: id, n: 0 });

/**
 * Who sends what, a move after each comma: `a begin, b set 1 n=5 if n=0, a insert things 2 nothing`. Rows go by their
 * ids. `begin LEVEL` begins at the level given.
 */
export function movesOf(text: string, level?: IsolationLevel): readonly Move[] {
  return text.split(/,\s*/).map((move) => {
    const [session = '', verb = '', ...words] = move.trim().split(/\s+/);
    const by = SESSIONS.indexOf(session);
    if (by < 0) throw new Error(`Nobody is called "${session}" in "${move}"`);
    return { by, act: statementOf(verb, words, level) };
  });
}

function statementOf(verb: string, words: readonly string[], level?: IsolationLevel): Statement {
  const table = words.includes('notes') ? 'notes' : 'things';
  const name = words[0] ?? 's';
  const where = {
    ...idIn(words),
    ...valuesIn(words.slice(words.indexOf('if') + 1, words.includes('if') ? undefined : 0)),
  };
  const set = valuesIn(words.includes('if') ? words.slice(0, words.indexOf('if')) : words);
  switch (verb) {
    case 'begin':
      return { op: 'begin', ...(words.includes('LEVEL') && level && { isolation: level }) };
    case 'commit':
    case 'rollback':
      return { op: verb };
    case 'savepoint':
    case 'rollback-to':
    case 'release':
      return { op: verb, name };
    case 'select':
      return { op: 'select', table, where, forUpdate: false };
    case 'lock':
      return { op: 'select', table, where, forUpdate: true, ...waitPolicyIn(words) };
    case 'add':
      return { op: 'update', table, set: {}, add: { n: 1 }, where };
    case 'set':
      return { op: 'update', table, set, where };
    case 'delete':
      return { op: 'delete', table, where };
    case 'insert':
      return {
        op: 'insert',
        table,
        row: { ...thing(Number(idIn(words)['id'])), ...set },
        onConflict: onConflictIn(words),
        ...(words.includes('returning') && { returning: 'isNew' }),
      };
    default:
      throw new Error(`No statement is called "${verb}"`);
  }
}

function idIn(words: readonly string[]): Row {
  const id = words.find((word) => /^\d+$/.test(word));
  return id === undefined ? {} : { id: Number(id) };
}

function valuesIn(words: readonly string[]): Row {
  const pairs = words.flatMap((word) => {
    const [, column, value] = /^(\w+)=(\w+)$/.exec(word) ?? [];
    if (column === undefined || value === undefined) return [];
    return [
      [column, value === 'null' ? null : /^\d+$/.test(value) ? Number(value) : value] as const,
    ];
  });
  return Object.fromEntries(pairs);
}

function onConflictIn(
  words: readonly string[],
): Extract<Statement, { readonly op: 'insert' }>['onConflict'] {
  if (words.includes('nothing')) return 'nothing';
  if (words.includes('update')) return { set: {}, add: { n: 1 } };
  return words.includes('update-never') ? { set: { n: 1 }, where: { n: 7 } } : 'error';
}

function waitPolicyIn(words: readonly string[]) {
  if (words.includes('nowait')) return { waitPolicy: 'nowait' } as const;
  return words.includes('skip-locked') && ({ waitPolicy: 'skip-locked' } as const);
}
