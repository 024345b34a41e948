import type { Settings } from '@/lib/scenario/knobs';

/** What sort of thing a row of the index is. */
export type ConceptKind =
  | 'idea'
  | 'example'
  | 'cause'
  | 'harm'
  | 'field'
  | 'practice'
  | 'pattern'
  | 'behaviour'
  | 'danger'
  | 'system'
  | 'number'
  | 'overview'
  | 'diagram'
  | 'code'
  | 'claim'
  | 'question'
  | 'contradiction';

/** A row of the index: something that a learner should meet. */
export interface Concept {
  /** Published in addresses as `#c-<number>`: never given to another concept. */
  readonly number: number;
  readonly title: string;
  /** What there is to know of it, in a sentence or two. */
  readonly text: string;
  readonly kind: ConceptKind;
}

export interface Chapter {
  /** Published in addresses as `#<id>`. */
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly Concept[];
}

/** A link into the lab: a scenario under some settings and a script. */
export interface Play {
  readonly scenario: string;
  /** Settings that differ from the initial ones. */
  readonly settings?: Settings;
  /** As written in a link; the scenario’s own unless given. */
  readonly script?: string;
  /** What the reader will see there. */
  readonly text: string;
}
