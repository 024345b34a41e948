import { COLUMN_NAMES, type ColumnName, COLUMNS } from '@/lib/scenario/fault-columns';
import type { MapGroup, Verdict } from '@/lib/scenario/safety-map';
import { settingsText } from '@/lib/scenario/settings-text';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { counted } from '@/lib/words/counted';

export const printMap = (groups: readonly MapGroup[], json: boolean): string =>
  json ? JSON.stringify(mapJson(groups), null, 2) : mapText(groups);

/** The safety map as data: a row for each set of defences; a verdict is null where nothing can strike. */
const mapJson = (groups: readonly MapGroup[]): unknown =>
  groups.flatMap(({ scenario: { slug, stage }, rows }) =>
    rows.map(({ settings, verdicts }) => ({
      ...{ slug, stage, settings },
      verdicts: Object.fromEntries(
        COLUMNS.map((column) => [column, verdictJson(verdicts[column])]),
      ) as Record<ColumnName, unknown>,
    })),
  );

const verdictJson = (verdict: Verdict | null) =>
  verdict && {
    outcomes: Object.fromEntries(verdict.found.map(({ outcome, text }) => [outcome, text])),
    states: verdict.states,
    complete: verdict.complete,
  };

/** The same for people: a scenario's rows under its name. */
function mapText(groups: readonly MapGroup[]): string {
  const lines = groups.flatMap(groupLines);
  const width = Math.max(...lines.map(({ row }) => row.length)) + 2;
  return [{ row: '', cells: COLUMNS.map((column) => COLUMN_NAMES[column]) }, ...lines]
    .map(({ row, cells }) => `${row.padEnd(width)}${cells.map(padded).join('')}`.trimEnd())
    .join('\n');
}

const padded = (cell: string): string => cell.padEnd(17);

const groupLines = ({ scenario, rows }: MapGroup) => [
  { row: scenario.slug, cells: [] },
  ...rows.map(({ settings, verdicts }) => ({
    row: `  ${settingsText(settings)}`,
    cells: COLUMNS.map((column) => wordOf(verdicts[column])),
  })),
];

function wordOf(verdict: Verdict | null): string {
  if (!verdict) return '-';
  const found = verdict.found.map(({ outcome }) => OUTCOME_WORDS[outcome].name).join(', ');
  return found || (verdict.complete ? `none in ${counted(verdict.states)}` : 'not all searched');
}
