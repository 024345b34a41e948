import { claimText } from '@/lib/scenario/claim-words';
import { checkClaim } from '@/lib/scenario/claims';
import type { Claim, Scenario } from '@/lib/scenario/scenario';

import { BadInput, parseArguments } from '../arguments.ts';
import { readScenarios } from './scenario.ts';

/** A claim and what came of checking it. */
export interface ClaimRow extends Pick<Claim, 'when' | 'over' | 'then' | 'script' | 'bounds'> {
  readonly slug: string;
  readonly result: 'holds' | 'fails';
  /** What there was instead, where it fails. */
  readonly found?: string;
}

/** One of equal shares of the work: `2/4` is the second of four. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

export interface ClaimsCommand {
  readonly scenarios: readonly Scenario[];
  readonly json: boolean;
  readonly part: Part;
}

/** Reads the words after `claims`. */
export function parseClaims(words: readonly string[]): ClaimsCommand {
  const { flags, values, positional } = parseArguments(words, {
    ...{ flags: ['json'], values: ['part'], positional: 'any' },
  });
  const text = values.get('part')?.at(-1) ?? '1/1';
  const [, index, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  const part = { index: Number(index), of: Number(of) };
  if (!(part.index >= 1 && part.index <= part.of)) {
    throw new BadInput(`--part is one of so many, such as 1/2, not "${text}"`);
  }
  return { scenarios: readScenarios(positional), json: flags.has('json'), part };
}

/** Checks every `of`th claim of scenarios, so that shares are alike in how long they take. */
export function checkClaims(
  scenarios: readonly Scenario[],
  { index, of }: Part,
): readonly ClaimRow[] {
  return scenarios
    .flatMap((scenario) => scenario.claims.map((claim) => ({ scenario, claim })))
    .filter((_, place) => place % of === index - 1)
    .map(({ scenario, claim }) => {
      const { holds, found } = checkClaim(scenario, claim);
      const result = holds ? ({ result: 'holds' } as const) : ({ result: 'fails', found } as const);
      return { slug: scenario.slug, ...claim, ...result };
    });
}

/** Puts the shares together again, in the catalogue's order. */
export const mergeParts = (parts: readonly (readonly ClaimRow[])[]): readonly ClaimRow[] =>
  Array.from({ length: Math.max(0, ...parts.map(({ length }) => length)) }, (_, row) =>
    parts.flatMap((part) => part[row] ?? []),
  ).flat();

/** A line for each claim, and for one that fails another with what there was instead. */
export const claimsText = (rows: readonly ClaimRow[]): string =>
  rows
    .flatMap(({ slug, over, result, found, ...claim }) => [
      `${result.padEnd(6)} ${slug.padEnd(20)} ${over} ${claimText(claim)}`,
      ...(found === undefined ? [] : [`       found ${found}`]),
    ])
    .join('\n');

export const printClaims = (rows: readonly ClaimRow[], json: boolean): string =>
  json ? JSON.stringify(rows, null, 2) : claimsText(rows);

export const statusOf = (rows: readonly ClaimRow[]): 0 | 1 =>
  rows.some(({ result }) => result === 'fails') ? 1 : 0;
