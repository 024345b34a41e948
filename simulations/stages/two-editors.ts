import type { AnyStateMachine } from 'xstate';

import type { Cast, Opening, Ticks } from '@/lib/engine/model';
import { editor, type EditorInput, patientEditor } from '@/simulations/actors/editor';
import type { Backstage } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { AMOUNT, participant, purchase } from '@/simulations/stages/parts';
import type { PurchaseWanted } from '@/simulations/messages';

const TIMEOUT_TICKS = 5;

type Edits = Omit<EditorInput, 'server' | 'times' | 'timeoutTicks'>;

export interface TwoEditors {
  /** The one that repeats itself. */
  readonly client: Edits & Pick<EditorInput, 'times'>;
  /** Somebody else at the same resource, with all the time there is: nothing is lost on its line, though late. */
  readonly other: Edits;
  /** When each of them begins, and how late their messages may be. */
  readonly atTicks: { readonly client: Ticks; readonly other: Ticks };
  readonly latestTicks?: Ticks;
  readonly service: AnyStateMachine;
  readonly serviceInput: unknown;
  readonly behind: readonly Backstage[];
}

/** Two clients that change one resource of one API: A by `client`, B by `other`. */
export function twoEditors(stage: TwoEditors): Cast {
  const made = {
    client: { ...stage.client, timeoutTicks: TIMEOUT_TICKS },
    other: { ...stage.other, times: 1, timeoutTicks: TIMEOUT_TICKS },
  };
  const cast = httpApi({
    client: { path: stage.client.path, retries: 0, key: 'none' },
    clients: ([server = '']) => [
      participant('client', 'client', 'client', editor, { ...made.client, server }),
      participant('other', 'client', 'other client', patientEditor, { ...made.other, server }),
    ],
    ...{ service: stage.service, serviceInput: stage.serviceInput, behind: stage.behind },
    ...{ instances: 1, handlers: 3 },
    openings: [
      purchase('client', 'A', stage.atTicks.client),
      { ...purchase('other', 'B', stage.atTicks.other), message: OTHER_WANTS },
    ] satisfies readonly Opening[],
  });
  return {
    ...cast,
    links: cast.links.map((link) => ({
      ...link,
      ...(link.lossy === true ? { latestTicks: stage.latestTicks ?? link.latestTicks } : {}),
      ...(link.between.includes('other') ? { lossy: false } : {}),
    })),
  };
}

const OTHER_WANTS: PurchaseWanted = { type: 'purchase.wanted', intent: 'B', amount: AMOUNT / 2 };
