import type { Cast, IntentId, Opening } from '@/lib/engine/model';
import type { Bounds } from '@/lib/explorer/question';
import type { Meant } from '@/lib/outcomes/meant';
import type { OutcomeName } from '@/lib/outcomes/outcome';
import type { Caption } from '@/lib/projections/caption';
import type { Wording } from '@/lib/projections/wording';
import type { Knobs, Settings } from '@/lib/scenario/knobs';
import type { Telling } from '@/lib/scenario/retell';

/** A cast and its wiring that scenarios share. */
export type StageName = 'http-api' | 'message-queue' | 'service-chain';

/** What a scenario's lesson says will happen; executable. */
export interface Claim {
  /** Settings that differ from the initial ones. */
  readonly when: Settings;
  /**
   * `run`: under the scenario's script, or the one given here; an empty one is a calm day, on which what people
   * decided does the harm and nothing else. `forAll`: over all schedules within the bounds.
   */
  readonly over: 'run' | 'forAll';
  readonly script?: string;
  readonly bounds?: Partial<Bounds>;
  /** `safe`: none of the five. `unknown`: none of the five, and the client can't know. */
  readonly then: OutcomeName | 'safe' | 'unknown' | Counted;
}

/** That a run has so many facts of a name: what a lesson that counts calls claims. */
export interface Counted {
  readonly count: number;
  readonly of: string;
}

/** The code of a pattern. A line may end in `//@ state` or `--@ state`: where a machine in that state stands. */
export interface CodeSample {
  readonly language: 'TypeScript' | 'SQL';
  readonly text: string;
}

/** What is read beside the run. Plain paragraphs. */
export interface Lesson {
  readonly intro: readonly string[];
  readonly costs: string;
  readonly limits: string;
  readonly inPractice: { readonly text: string; readonly source: string };
  /** Slugs of the scenarios that go on from here, with what each adds. */
  readonly next: readonly { readonly slug: string; readonly why: string }[];
}

/** One lesson-sized situation that can be run: data, from which page, link, command line and tests follow. */
export interface Scenario {
  readonly slug: string;
  readonly stage: StageName;
  readonly title: string;
  readonly question: string;
  readonly knobs: Knobs;
  /** Stories that it can be told as, its own first. A knob for them comes by itself. */
  readonly tellings?: readonly Telling[];
  readonly cast: (settings: Settings) => Cast;
  readonly meant: Meant;
  /** One calm attempt more at an intent: what a patient person would do after everything. */
  readonly calmAttempt: (intent: IntentId) => Omit<Opening, 'atTicks'>;
  /** The script of its harm, as written in a link. */
  readonly script: string;
  /** Where the story goes wrong in another way under other settings: the script that is its own there. */
  readonly scriptFor?: (settings: Settings) => string;
  readonly bounds: Bounds;
  /** Where a knob says how often somebody tries again: how many retries the bounds allow then, instead of their own. */
  readonly retriesFor?: (settings: Settings) => number;
  readonly claims: readonly Claim[];
  readonly wording: Wording;
  readonly captions: readonly Caption[];
  readonly code: (settings: Settings) => {
    /** Whose state marks the current line. */
    readonly process: string;
    readonly samples: readonly CodeSample[];
    readonly remark: string;
  };
  readonly lesson: Lesson;
  /** Rows of the concept inventory that it covers. */
  readonly concepts: readonly number[];
}
