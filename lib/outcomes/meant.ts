import type { IntentId } from '@/lib/engine/model';

/** A kind of effect that is meant to happen once for an intent, and never twice. */
export interface EffectKind {
  readonly fact: string;
  readonly noun: string;
  readonly did: string;
  /** May be left out, as a refund: only a second one is harm. */
  readonly optional?: true;
  /** The fact that takes one such effect back: a refund a charge (and a new charge a refund), a stale write the newer one. */
  readonly undoneBy?: string;
}

/** What is meant to happen: once for each intent, each kind of effect. */
export interface Meant {
  readonly intents: readonly { readonly id: IntentId; readonly label: string }[];
  readonly effects: readonly EffectKind[];
}

/** The kinds that every intent must have. */
export const requiredOf = ({ effects }: Meant): readonly EffectKind[] =>
  effects.filter(({ optional }) => optional !== true);
