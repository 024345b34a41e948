import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { describeDirective } from '@/lib/scenario/edit-script';
import type { ColumnName, FaultName } from '@/lib/scenario/fault-columns';
import { isDefence, labelOf } from '@/lib/scenario/knobs';
import type { Found, MapGroup, MapRow, Verdict } from '@/lib/scenario/safety-map';
import { withoutStory } from '@/lib/scenario/retell';
import type { Scenario, StageName } from '@/lib/scenario/scenario';
import { boundsOf } from '@/lib/scenario/question';
import { boundsInWords } from '@/lib/scenario/bounds-words';
import { counted } from '@/lib/words/counted';
import { capital, lowered } from '@/lib/words/letters';

/** What a column lets happen, on each stage. */
export const columnHelp = (stage: StageName, column: ColumnName): string =>
  HELP_ON[stage]?.[column] ?? HELP[column];

const HELP: Readonly<Record<ColumnName, string>> = {
  lostRequest: '1 request is lost on its way',
  lostReply: '1 reply is lost on its way back',
  duplicate: '1 message arrives twice',
  crash: '1 process dies, at any moment',
  slow: 'what stands behind the service answers late',
  late: 'messages come as late as the network allows',
  overall: 'any of these, or several in one run as far as the scenario’s page goes',
};

const HELP_ON: Partial<Record<StageName, Partial<Record<ColumnName, string>>>> = {
  'http-api': {
    lostRequest: '1 message from the client to the API is lost',
    lostReply: '1 message from the API to the client is lost',
    duplicate: '1 message between client and API arrives twice',
    slow: 'what stands behind the API answers late',
    late: 'client and API hear from each other late',
  },
  'message-queue': {
    lostRequest: '1 message on is lost, such as to the queue or from it',
    lostReply: '1 message back is lost, such as a confirmation or an acknowledgement',
    duplicate: '1 message to or from the queue arrives twice',
    slow: 'what stands behind the consumer answers late',
    late: 'messages to and from the queue come late',
  },
};

const BY: Readonly<Record<FaultName, string>> = {
  lostRequest: '1 lost request',
  lostReply: '1 lost reply',
  duplicate: '1 doubled message',
  crash: '1 crash',
  slow: 'a slow back end',
  late: 'late messages',
};

export interface Stand {
  readonly label: string;
  readonly value: string;
}

/** Where the defences of a row stand. */
export const defencesOf = ({ knobs }: Scenario, { settings }: MapRow): readonly Stand[] =>
  Object.entries(knobs)
    .filter(([, knob]) => isDefence(knob))
    .map(([name, knob]) => ({ label: knob.label, value: labelOf(knob, settings[name] ?? '') }));

/** Where everything else of a scenario stands, in all of its rows; and what may go wrong in one run. */
export const circumstancesOf = (group: MapGroup): readonly Stand[] => [
  ...Object.entries(withoutStory(group.scenario.knobs))
    .filter(([, knob]) => !isDefence(knob))
    .map(([name, knob]) => ({
      ...{ label: knob.label, value: labelOf(knob, group.rows[0]?.settings[name] ?? '') },
    })),
  {
    label: 'In one run',
    value: boundsInWords({ ...group.scenario.bounds, retries: retriesOf([group]) }, null),
  },
];

/** A cell, and all that stands around it. */
export interface Place {
  readonly scenario: Scenario;
  readonly row: MapRow;
  readonly column: ColumnName;
}

/** What a link of the map says to those who hear it without the table around it. */
export function foundSentence(place: Place, { outcome, script }: Found): string {
  const cast = place.scenario.cast(place.row.settings);
  const how = script.map((directive) => lowered(describeDirective(directive, { cast })));
  const name = capital(OUTCOME_WORDS[outcome].name);
  const by = place.column === 'overall' ? 'overall' : `by ${BY[place.column]}`;
  return `${name} ${by}, ${withDefences(place)}: ${how.join(', then ')}. See it in the lab.`;
}

/** What a cell without an outcome says: it is no link, so it is heard with the headers of its row and column. */
export function nothingSentence(verdict: Verdict | null): string {
  if (!verdict) return 'Not searched: nothing can go wrong here in this way.';
  const states = counted(verdict.states);
  return verdict.complete
    ? `None of the five, in ${states} states.`
    : `None found in the first ${states} states; there are more.`;
}

const withDefences = ({ scenario, row }: Place): string =>
  `with ${defencesOf(scenario, row)
    .map(({ label, value }) => `${lowered(label)}: ${value}`)
    .join('; ')}`;

/** `At most 2 retries`: the bound that all rows of a map share, or the largest. */
export const retriesOf = (groups: readonly MapGroup[]): number =>
  Math.max(
    ...groups.flatMap(({ scenario, rows }) =>
      rows.map(({ settings }) => boundsOf(scenario, settings).retries),
    ),
  );

/** How tall a map is, about, in a frame as wide as a column of text. */
export const frameHeightOf = (groups: readonly MapGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + 67 + 81 * rows.length, 220);
