import type { Ending } from '@/lib/engine/run';
import type { IntentState, Judgement } from '@/lib/outcomes/judge';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { countsInWords, OUTCOME_WORDS } from '@/lib/outcomes/words';
import type { Beat } from '@/lib/projections/beats';
import { cutOffInWords } from '@/lib/projections/cut-off';
import { formatMs } from '@/lib/projections/format-ms';

/** A run in plain data: what a document about it tells. */
export interface RunReport {
  readonly question: string;
  readonly title: string;
  readonly settings: readonly { readonly label: string; readonly value: string }[];
  readonly script: readonly {
    readonly words: string;
    readonly directive: string;
    readonly applied: boolean;
  }[];
  /** Mermaid source. */
  readonly diagram: string;
  readonly beats: readonly Pick<Beat, 'sentence' | 'atMs'>[];
  /** What is counted: `charges`. */
  readonly noun: string;
  readonly judgement: Judgement;
  readonly ending: Ending;
  /** Where the run can be opened. */
  readonly link: string;
}

/** A run as Markdown that reads the same on GitHub, GitLab and in a wiki; nothing in its texts becomes markup. */
export function toMarkdown(report: RunReport): string {
  const { question, title, settings, script, diagram, beats, judgement, noun, ending } = report;
  const blocks = [
    `# ${plain(question)}`,
    plain(title),
    '## Settings',
    list(settings.map(({ label, value }) => `${plain(label)}: ${inline(value)}`)),
    '## What goes wrong',
    numbered(script.map(writeDirective)) || 'Nothing: a calm day.',
    '## What happens',
    fenced('mermaid', diagram),
    numbered(beats.map(({ sentence, atMs }) => `${plain(sentence)} (${formatMs(atMs)})`)) ||
      'Nothing.',
    cutOffInWords(ending) ?? '',
    '## Expected and actual',
    list(judgement.intents.map((intent) => writeIntent(intent, noun))),
    '## Outcomes',
    list(OUTCOMES.map((name) => writeOutcome(name, judgement))),
    `Open this run: <${report.link}>`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

const writeDirective = ({ words, directive, applied }: RunReport['script'][number]): string =>
  `${plain(words)}: ${code(directive)}${applied ? '' : ', which it never came to under these settings'}`;

const writeIntent = (intent: IntentState, noun: string): string =>
  countsInWords(`${plain(intent.label)}, ${inline(noun)}`, intent);

function writeOutcome(name: (typeof OUTCOMES)[number], { outcomes }: Judgement): string {
  const { present, because } = outcomes[name];
  return `${OUTCOME_WORDS[name].name}: ${present ? `**yes.** ${plain(because)}` : 'none'}`;
}

/** Text within a line: every character that could begin markup stands for itself. */
const inline = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>&|~#$]/g, '\\$&')
    // Addresses would become links by themselves.
    .replaceAll('://', '\\://')
    .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`);

/** Text that stands first in a line or list item: it must not begin a list, heading or rule either. */
const plain = (text: string): string =>
  inline(text)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** A code span: delimited by more backticks than it holds. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const marks = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${marks}${space}${line}${space}${marks}`;
}

function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
