import type { Ticks } from '@/lib/engine/model';

/**
 * A choice written down by meaning, so that it can be played against other settings.
 *
 * `from`, `to` and `process` are names of processes or of their groups; `actor` is the name of an actor.
 */
export type Directive =
  | {
      readonly kind: MessageVerb;
      readonly from: string;
      readonly to: string;
      /** The how-manieth message on that link, from 1. */
      readonly nth: number;
    }
  /** The `nth` timer of `actor` to go off, as soon as it may: after those that have come those that are due, in order. */
  | { readonly kind: 'fire'; readonly actor: string; readonly nth: number }
  /** After the `nth` event of the process; 0 means before its first. */
  | { readonly kind: 'crash'; readonly process: string; readonly nth: number }
  /** Time passes though something else could happen. */
  | { readonly kind: 'wait'; readonly ticks: Ticks };

export type MessageVerb = 'deliver' | 'lose' | 'duplicate' | 'delay';
export type Script = readonly Directive[];

export const MESSAGE_VERBS: readonly MessageVerb[] = ['deliver', 'lose', 'duplicate', 'delay'];

/** Choices that a calm day would not make. */
export const isFault = ({ kind }: Directive): boolean =>
  kind === 'lose' || kind === 'duplicate' || kind === 'delay' || kind === 'crash';

export function formatDirective(directive: Directive): string {
  switch (directive.kind) {
    case 'fire':
      return `fire.${directive.actor}.${directive.nth}`;
    case 'crash':
      return `crash.${directive.process}.${directive.nth}`;
    case 'wait':
      return `wait.${directive.ticks}`;
    default:
      return `${directive.kind}.${directive.from}-${directive.to}.${directive.nth}`;
  }
}

export const formatScript = (script: Script): string => script.map(formatDirective).join('~');

/** Who can be named in a directive. */
export interface Names {
  /** Process ids and group names. */
  readonly processes: readonly string[];
  readonly actors: readonly string[];
}

/** Reads one directive; null if it is not one, or names what is not in the cast. */
export function parseDirective(text: string, names: Names): Directive | null {
  const match = /^(deliver|lose|duplicate|delay|fire|crash|wait)\.(?:(.+)\.)?(\d{1,6})$/.exec(text);
  if (!match) return null;
  const [, kind, name = '', digits] = match;
  const number = Number(digits);
  switch (kind) {
    case 'wait':
      return name === '' && number > 0 ? { kind, ticks: number } : null;
    case 'fire':
      return names.actors.includes(name) && number > 0 ? { kind, actor: name, nth: number } : null;
    case 'crash':
      return names.processes.includes(name) ? { kind, process: name, nth: number } : null;
    default: {
      const link = number > 0 ? parseLink(name, names.processes) : null;
      return link && isMessageVerb(kind) ? { kind, ...link, nth: number } : null;
    }
  }
}

export interface ParsedScript {
  readonly script: Script;
  /** The parts that could not be read, as they stood. */
  readonly unreadable: readonly string[];
}

/** Reads a script and says which parts it could not read. */
export function parseScript(text: string, names: Names): ParsedScript {
  const parts = text === '' ? [] : text.split('~');
  const read = parts.map((part) => ({ part, directive: parseDirective(part, names) }));
  return {
    script: read.flatMap(({ directive }) => (directive ? [directive] : [])),
    unreadable: read.filter(({ directive }) => !directive).map(({ part }) => part),
  };
}

/** Names may hold hyphens themselves, so every hyphen is tried as the one between the two. */
function parseLink(
  text: string,
  processes: readonly string[],
): { readonly from: string; readonly to: string } | null {
  for (let at = text.indexOf('-'); at > 0; at = text.indexOf('-', at + 1)) {
    const from = text.slice(0, at);
    const to = text.slice(at + 1);
    if (processes.includes(from) && processes.includes(to)) return { from, to };
  }
  return null;
}

const isMessageVerb = (kind: string | undefined): kind is MessageVerb =>
  MESSAGE_VERBS.includes(kind as MessageVerb);
