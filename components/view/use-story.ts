'use client';

import { use, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';

import { loadScenario } from '@/components/view/load-scenario';

import {
  currentQuery,
  flush,
  serverQuery,
  subscribe,
  writeQuery,
} from '@/components/view/view-store';
import { type Story, tellStory } from '@/components/view/story';
import { actorsOf, fromQuery, initialView, toQuery } from '@/lib/permalink/permalink';
import type { View } from '@/lib/permalink/view';
import type { Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

export type ChangeView = (change: Partial<View>) => void;

export interface ScenarioState {
  readonly scenario: Scenario;
  readonly view: View;
  /** What of the link could not be read, a sentence each. */
  readonly complaints: readonly string[];
  readonly story: Story;
  /** The twin run, if there is one. */
  readonly twin: Story | null;
  /** Entries stepped through: 0 to the length of the longer story. */
  readonly position: number;
  readonly length: number;
  readonly change: ChangeView;
}

/** A page inside another: it keeps its own parameters, and never adds to the history of its host. */
export interface Frame {
  readonly query: string;
}

/**
 * Everything that a scenario's page shows, from its slug and the address.
 *
 * Takes a slug rather than a scenario: a scenario holds machines, and functions cannot cross from a
 * server component to a client component.
 */
export function useScenario(slug: string, frame?: Frame): ScenarioState {
  const scenario = use(loadScenario(slug));
  const address = useSyncExternalStore(subscribe, currentQuery, serverQuery);
  const isFramed = frame !== undefined;
  const { view, complaints } = useMemo(() => {
    const read = fromQuery(scenario, address, isFramed);
    // Nothing is presented within another page.
    return isFramed ? { ...read, view: { ...read.view, present: false } } : read;
  }, [scenario, address, isFramed]);

  // What the run depends on, as text: a step must not play the run again.
  const played = toQuery(scenario, playedIn(scenario, view.settings, view.script));
  const story = useMemo(() => {
    const { settings, script } = fromQuery(scenario, played).view;
    return tellStory(scenario, settings, script);
  }, [scenario, played]);
  const twinQuery = view.twin
    ? toQuery(scenario, playedIn(scenario, view.twin, view.script))
    : null;
  const twin = useMemo(() => {
    if (twinQuery === null) return null;
    const { settings, script } = fromQuery(scenario, twinQuery).view;
    return tellStory(scenario, settings, script);
  }, [scenario, twinQuery]);

  const change = useChange(scenario, view, frame);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);

  const length = Math.max(story.beats.length, twin?.beats.length ?? 0);
  const position = Math.min(view.step ?? (view.present ? 0 : length), length);
  return { scenario, view, complaints, story, twin, position, length, change };
}

const playedIn = (scenario: Scenario, settings: Settings, script: string | null): View => ({
  ...{ ...initialView(scenario), settings, script },
});

/** One function for the whole life of the page, so that what is handed it need not be drawn again. */
function useChange(scenario: Scenario, view: View, frame?: Frame): ChangeView {
  const latest = useRef({ scenario, view, frame });
  useEffect(() => {
    latest.current = { scenario, view, frame };
  });
  return useCallback((change) => {
    const { scenario: of, view: before, frame: around } = latest.current;
    // What is lit is a step of one run; in another run the number means something else.
    const unlit = 'settings' in change || 'script' in change ? { why: null } : {};
    const turned = { ...before, ...unlit, ...change };
    // Other settings may have another cast, and whose machine was open may not be in it.
    const isGone =
      'settings' in change &&
      turned.machine !== null &&
      !actorsOf(of, turned.settings).includes(turned.machine);
    const after = isGone ? { ...turned, machine: null } : turned;
    latest.current = { ...latest.current, view: after };
    const stepOnly = Object.keys(change).every((name) => name === 'step');
    const query = [toQuery(of, after), around?.query ?? ''].filter((part) => part !== '').join('&');
    writeQuery(query, stepOnly || around ? 'replace' : 'push');
  }, []);
}
