import type { Play } from '@/simulations/concepts/concept';

/**
 * A page of prose about some rows of the index, as data. In all its texts `code` stands between
 * backticks and *emphasis* between asterisks; there is no other markup.
 */
export interface Reading {
  /** Its address: `/concepts/<slug>`. */
  readonly slug: string;
  readonly title: string;
  /** What the reader will take away, in a sentence or two. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Published in addresses as `#<id>`. */
  readonly id: string;
  readonly title: string;
  /** Rows of the index that have their place here. */
  readonly concepts: readonly number[];
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'terms';
      readonly terms: readonly { readonly term: string; readonly meaning: string }[];
    }
  /** The drawing of a scenario at its initial settings. */
  | { readonly kind: 'drawing'; readonly scenario: string; readonly caption: string }
  /** Runs side by side, played while the page is made: what was expected, and what came of it. */
  | { readonly kind: 'runs'; readonly caption: string; readonly plays: readonly Play[] }
  | { readonly kind: 'plays'; readonly plays: readonly Play[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  /** What the reader is asked; the answer is shown on demand. */
  | {
      readonly kind: 'question';
      readonly asks: string;
      readonly answer: readonly string[];
      readonly plays?: readonly Play[];
    }
  /** What is said here and there, and what holds. */
  | {
      readonly kind: 'claims';
      readonly claims: readonly string[];
      readonly truth: string;
      readonly source: Source;
      readonly position: string;
    }
  | ({ readonly kind: 'source' } & Source);

/** Where a fact can be looked up. */
export interface Source {
  readonly text: string;
  readonly address: string;
}

/** The rows of the index that a reading covers. */
export const conceptsOf = ({ sections }: Reading): readonly number[] => [
  ...new Set(sections.flatMap(({ concepts }) => concepts)),
];
