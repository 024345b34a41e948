/** Something a person typed that can't be done; its message is one line. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** Whether words ask how a command is used; whatever else they say is not done then. */
export const askForHelp = (words: readonly string[]): boolean =>
  words.some((word) => word === '--help' || word === '-h');

interface Accepted {
  readonly flags: readonly string[];
  readonly values: readonly string[];
  /** How many words that are no options. */
  readonly positional: number | 'any';
}

interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positional: readonly string[];
}

/** Reads words of a command line: `--flag`, `--name value`, `--name=value`, and the rest. */
export function parseArguments(words: readonly string[], accepted: Accepted): Arguments {
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const positional: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('--')) {
      positional.push(word);
      continue;
    }
    const [name = '', ...rest] = word.slice(2).split('=');
    if (accepted.flags.includes(name) && rest.length === 0) flags.add(name);
    else if (accepted.values.includes(name)) {
      const value = rest.length > 0 ? rest.join('=') : words[(index += 1)];
      if (value === undefined) throw new BadInput(`--${name} needs a value`);
      values.set(name, [...(values.get(name) ?? []), value]);
    } else {
      const known = [...accepted.flags, ...accepted.values].map((known) => `--${known}`);
      const there = known.length > 1 ? 'there are' : 'there is';
      throw new BadInput(`no option "${word}" here; ${there} ${known.join(', ') || 'none'}`);
    }
  }
  if (accepted.positional !== 'any' && positional.length !== accepted.positional) {
    const extra = positional[accepted.positional];
    throw new BadInput(
      extra === undefined
        ? 'name a scenario; `list` shows them'
        : `"${extra}" is one word too many`,
    );
  }
  return { flags, values, positional };
}
