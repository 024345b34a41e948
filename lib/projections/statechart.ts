import type { AnyStateMachine, AnyStateNode } from 'xstate';

import { escape } from '@/lib/projections/sequence-diagram';
import { spaced } from '@/lib/words/letters';

/** Mermaid source of a machine's statechart, and which drawn node is which state. */
export interface Statechart {
  readonly source: string;
  /** Ids of nodes in the drawing, by path of the state. */
  readonly nodes: Readonly<Record<string, string>>;
}

/** Before what happens in a state without leaving it. */
export const STAYS = '↺';

/** Draws a machine as it is defined: states, transitions with their guards, delays. */
export function toStatechart(machine: AnyStateMachine): Statechart {
  const nodes = new Map<string, string>();
  for (const node of descendants(machine.root)) {
    nodes.set(node.path.join('.'), `s_${node.path.join('_')}`);
  }
  const moves = movesOf(machine.root);
  const arrows = moves.filter(leads).map((move) => drawArrow(move, nodes));
  const lines = [...drawState(machine.root, nodes, moves, 1), ...new Set(arrows)];
  return {
    source: ['stateDiagram-v2', ...lines].join('\n'),
    nodes: Object.fromEntries(nodes),
  };
}

type Nodes = ReadonlyMap<string, string>;

const nodeOf = (nodes: Nodes, node: AnyStateNode): string => nodes.get(node.path.join('.')) ?? '';

function descendants(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states).flatMap((child: AnyStateNode) => [
    child,
    ...descendants(child),
  ]);
}

/** A transition as it is drawn. */
interface Move {
  readonly from: AnyStateNode;
  readonly to: AnyStateNode;
  readonly event: string;
  /** In brackets; empty where there is none. */
  readonly guard: string;
}

const leads = ({ from, to }: Move): boolean => from !== to;

/**
 * Mermaid draws one loop of a state and forgets the others, puts its words on those of other arrows, and draws nothing
 * from a state to one within it. So what does not lead elsewhere is listed in its state; and what leads from a state to
 * one within it leads there from all that are within, as it does.
 */
function movesOf(root: AnyStateNode): readonly Move[] {
  return [root, ...descendants(root)].flatMap((node) =>
    [...node.transitions.values(), node.always ?? []].flat().flatMap((transition) => {
      const to = transition.target?.[0] ?? node;
      const words = wordsOf(transition);
      // A transition of the whole machine holds in every state; it is drawn from the first.
      const from = node === root ? Object.values(root.states)[0] : node;
      if (!from || (node === root && to === root)) return [];
      const isWithin = to !== from && descendants(from).includes(to);
      const sources = isWithin ? descendants(from).filter(isLeaf) : [from];
      return sources.map((source) => ({ from: source, to, ...words }));
    }),
  );
}

const isLeaf = ({ states }: AnyStateNode): boolean => Object.keys(states).length === 0;

function drawState(
  parent: AnyStateNode,
  nodes: Nodes,
  moves: readonly Move[],
  depth: number,
): readonly string[] {
  const indent = '  '.repeat(depth);
  const children: readonly AnyStateNode[] = Object.values(parent.states);
  const initial = children.find(({ key }) => key === parent.config.initial);
  return [
    ...(initial ? [`${indent}[*] --> ${nodeOf(nodes, initial)}`] : []),
    ...children.flatMap((child) => {
      const name = nodeOf(nodes, child);
      const stays = staysOf(child, moves);
      const title = (...rows: readonly string[]) =>
        `${indent}state "${[spaced(child.key), ...rows].join(BREAK)}" as ${name}`;
      if (isLeaf(child)) return [title(...stays)];
      return [
        ...[`${title()} {`, ...drawState(child, nodes, moves, depth + 1), `${indent}}`],
        // Its title has room for a line.
        ...(stays.length > 0 ? [`${indent}note right of ${name}: ${stays.join(BREAK)}`] : []),
      ];
    }),
  ];
}

const staysOf = (state: AnyStateNode, moves: readonly Move[]): readonly string[] => {
  const those = moves.filter((move) => move.from === state && !leads(move));
  return [...new Set(those.map(({ event, guard }) => `${STAYS} ${event} ${guard}`.trim()))];
};

/** The guard has a line of its own: the arrows stand closer, and their words apart. */
const drawArrow = ({ from, to, event, guard }: Move, nodes: Nodes): string =>
  `  ${nodeOf(nodes, from)} --> ${nodeOf(nodes, to)}: ${event}${guard === '' ? '' : BREAK}${guard}`;

const BREAK = '<br/>';

interface Labelled {
  readonly eventType: string;
  readonly guard?: unknown;
}

function wordsOf({ eventType, guard }: Labelled): Pick<Move, 'event' | 'guard'> {
  const after = /^xstate\.after\.([^.]+)\./.exec(eventType)?.[1];
  const event = after ? `after ${after}` : eventType === '' ? 'at once' : eventType;
  return {
    event: escape(event),
    guard: typeof guard === 'string' ? escape(`[${spaced(guard)}]`) : '',
  };
}
