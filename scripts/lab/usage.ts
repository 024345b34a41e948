/** How each command is used. */
export const USAGES: Readonly<Record<string, string>> = {
  list: '  lab list [--json]',
  run: '  lab run <slug> [--set knob=value]… [--script directive~directive] [--format text|json|mermaid]',
  explore: `  lab explore <slug> [--set knob=value]… [--losses n] [--duplicates n] [--crashes n]
              [--states n] [--unreduced] [--json]`,
  sample:
    '  lab sample <slug> [--set knob=value]… [--days n] [--seed n] [--weather calm|ordinary|stormy] [--json]',
  claims: '  lab claims [<slug>…] [--part i/n] [--json]',
  map: '  lab map [<slug>…] [--json]',
  render: `  lab render <slug> --out folder [--set knob=value]… [--script directive~directive] [--step n]
             [--theme light|dark] [--site address]`,
};

/** What a word of a usage does not say by itself. */
const REMARKS: Readonly<Record<string, string>> = {
  explore:
    '--states n: each of the searches that an answer takes ends once it has so many states; together they may visit more.',
  claims: '--part i/n: every nth claim from the ith on, so that n machines can share the work.',
};

const STATUSES =
  "exit status: 0 it did what was asked, 1 a claim fails or a limit ends it, 2 input that can't be read";

/** How one command is used, or all of them. */
export function usageOf(command?: string): string {
  const usage = command === undefined ? undefined : USAGES[command];
  const remark = command === undefined ? undefined : REMARKS[command];
  const usages = usage === undefined ? Object.values(USAGES) : [usage];
  return ['usage:', ...usages, ...(remark === undefined ? [] : [remark]), STATUSES].join('\n');
}

export const isCommand = (word: string): boolean => Object.hasOwn(USAGES, word);
