import type { Weather } from '@/lib/explorer/sampler/weather';
import type { Settings } from '@/lib/scenario/knobs';

/** Everything on a scenario's page that a person set: what a link must carry. */
export interface View {
  readonly settings: Settings;
  /** The script as written in the link; null: the scenario's own. */
  readonly script: string | null;
  /** How many entries have been stepped through; null: all of them. */
  readonly step: number | null;
  /** The step whose causes are lit, counted from 1; null: none. One beyond the end lights nothing. */
  readonly why: number | null;
  /** The other settings of a twin run; null: no twin. */
  readonly twin: Settings | null;
  readonly panel: Panel;
  /** Whose statechart is open; null: the first that there is. */
  readonly machine: string | null;
  readonly language: 'TypeScript' | 'SQL';
  readonly speed: Speed;
  readonly present: boolean;
  /** Which random days are sampled: how rough, and from which seed on. */
  readonly weather: Weather;
  readonly seed: number;
}

export const PANELS = ['code', 'state', 'transcript', 'machines', 'days', 'lesson'] as const;
export type Panel = (typeof PANELS)[number];

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** What an embed adds: which part of the run it shows, and how. */
export interface EmbedView {
  /** The part of the run to step through: entries `from` to `to`, counted from 1; null: from the start, to the end. */
  readonly from: number | null;
  readonly to: number | null;
  /** Only the transport can be used. */
  readonly lock: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
}

/** Parameters that mean something in an embed alone. */
export const OF_EMBEDS = ['from', 'to', 'lock', 'theme'] as const;

/** Names that no knob may have, since links use them for something else. */
export const RESERVED = [
  ...['script', 'step', 'why', 'twin', 'panel', 'machine', 'language', 'speed', 'present'],
  ...['weather', 'seed', ...OF_EMBEDS],
] as const;
