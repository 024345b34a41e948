import type { Cast, Link, ProcessId } from '@/lib/engine/model';
import { isOnward } from '@/lib/engine/onward';
import type { Question } from '@/lib/explorer/question';
import { questionOf } from '@/lib/scenario/question';
import type { Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

/** The one kind of thing that may go wrong in a column of the safety map, in the map's order. */
export const FAULTS = ['lostRequest', 'lostReply', 'duplicate', 'crash', 'slow', 'late'] as const;
export type FaultName = (typeof FAULTS)[number];

/** The map's columns. The last sums up: any of these, or several in one run, for some harm needs two kinds of faults. */
export const COLUMNS = [...FAULTS, 'overall'] as const;
export type ColumnName = (typeof COLUMNS)[number];

export const COLUMN_NAMES: Readonly<Record<ColumnName, string>> = {
  ...{ lostRequest: 'lost request', lostReply: 'lost reply', duplicate: 'doubled message' },
  ...{ crash: 'crash', slow: 'slow back end', late: 'late messages', overall: 'overall' },
};

const NO_FAULTS = { losses: 0, duplicates: 0, crashes: 0 } as const;

/** How often it may strike. What is slow or late has no number: all of it may be. */
const BUDGETS: Readonly<Record<FaultName, Partial<Record<keyof typeof NO_FAULTS, 1>>>> = {
  ...{ lostRequest: { losses: 1 }, lostReply: { losses: 1 }, duplicate: { duplicates: 1 } },
  ...{ crash: { crashes: 1 }, slow: {}, late: {} },
};

/**
 * The scenario's own question, with a calm day but for one kind of fault. Its schedules are a part of
 * those that the scenario's own cast allows, so whatever it finds can be played there. Null where nothing
 * of this kind can go wrong in this cast: a search would say “none” and mean nothing by it.
 */
export function faultQuestion(
  scenario: Scenario,
  settings: Settings,
  fault: FaultName,
): Question | null {
  const question = questionOf(scenario, settings, { ...NO_FAULTS, ...BUDGETS[fault] });
  const cast = onlyWith(fault, question.cast);
  return canStrike(fault, cast) ? { ...question, cast } : null;
}

function onlyWith(fault: FaultName, cast: Cast): Cast {
  const links = cast.links.map((link): Link => {
    const { usualTicks, latestTicks, lossy } = link;
    const mayBeLate =
      (fault === 'slow' && lossy === false) || (fault === 'late' && lossy !== false);
    return {
      ...link,
      latestTicks: mayBeLate ? latestTicks : usualTicks,
      lossy: lossyFor(fault, link, onwardEnd(link, cast)),
    };
  });
  return { ...cast, links };
}

const onwardEnd = ({ between: [a, b] }: Link, cast: Cast): ProcessId =>
  isOnward(cast, a, b) ? b : a;

function lossyFor(fault: FaultName, { between, lossy }: Link, onward: ProcessId): Link['lossy'] {
  if (fault === 'duplicate') return lossy;
  if (fault !== 'lostRequest' && fault !== 'lostReply') return false;
  const [a, b] = between;
  const back = onward === a ? b : a;
  const end = fault === 'lostRequest' ? onward : back;
  return lossy === true || lossy === end ? end : false;
}

function canStrike(fault: FaultName, { processes, links }: Cast): boolean {
  if (fault === 'crash') return processes.some(({ crashes }) => crashes);
  const isThere = (id: ProcessId) => processes.some((process) => process.id === id);
  return links.some(
    ({ between, usualTicks, latestTicks, lossy, doubles = true }) =>
      // A stage may wire what a scenario leaves out.
      between.every(isThere) &&
      (fault === 'slow' || fault === 'late' ? latestTicks > usualTicks : lossy !== false) &&
      (fault !== 'duplicate' || doubles),
  );
}
