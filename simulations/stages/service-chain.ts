import type { Cast, Link, Opening, ProcessSpec, Ticks } from '@/lib/engine/model';
import { CUSTOMER, purchase, reliable, unreliable } from '@/simulations/stages/parts';

export interface ServiceChain {
  /** From the client to the last service: each calls the next. */
  readonly chain: readonly ProcessSpec[];
  /** What stands beside the chain, wired to the process named. */
  readonly beside?: readonly { readonly process: ProcessSpec; readonly to: string }[];
  /** Whether messages between two neighbours of the chain may be lost, by the name of the one that calls. */
  readonly lossyFrom?: readonly string[];
  readonly usualTicks?: Ticks;
  readonly latestTicks?: Ticks;
  readonly openings?: readonly Opening[];
  readonly tickMs: number;
}

/** Services in a row, each calling the next, and what stands beside them. */
export function serviceChain(stage: ServiceChain): Cast {
  const { chain, beside = [], lossyFrom = [], usualTicks = 1, tickMs } = stage;
  const latestTicks = stage.latestTicks ?? usualTicks;
  const links = chain.slice(1).map(({ id }, index): Link => {
    const caller = chain[index]?.id ?? '';
    const link = lossyFrom.includes(caller) ? unreliable : reliable;
    return link(caller, id, usualTicks, latestTicks);
  });
  return {
    tickMs,
    processes: [CUSTOMER, ...chain, ...beside.map(({ process }) => process)],
    links: [...links, ...beside.map(({ process, to }) => reliable(to, process.id))],
    openings: stage.openings ?? [purchase(chain[0]?.id ?? '', 'A')],
  };
}
