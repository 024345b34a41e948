import type { AnyStateMachine, AnyStateNode } from 'xstate';

import { escape } from '@/lib/projections/sequence-diagram';
import { spaced } from '@/lib/words/letters';

/** Mermaid source of a machine's statechart, and which drawn node is which state. */
export interface Statechart {
  readonly source: string;
  /** Ids of nodes in the drawing, by path of the state. */
  readonly nodes: Readonly<Record<string, string>>;
}

/** Draws a machine as it is defined: states, transitions with their guards, delays. */
export function toStatechart(machine: AnyStateMachine): Statechart {
  const nodes = new Map<string, string>();
  for (const node of descendants(machine.root)) {
    nodes.set(node.path.join('.'), `s_${node.path.join('_')}`);
  }
  const lines = [...drawState(machine.root, nodes, 1), ...drawTransitions(machine.root, nodes)];
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

function drawState(parent: AnyStateNode, nodes: Nodes, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const children: readonly AnyStateNode[] = Object.values(parent.states);
  const initial = children.find(({ key }) => key === parent.config.initial);
  return [
    ...(initial ? [`${indent}[*] --> ${nodeOf(nodes, initial)}`] : []),
    ...children.flatMap((child) => {
      const name = nodeOf(nodes, child);
      const title = `${indent}state "${spaced(child.key)}" as ${name}`;
      return Object.keys(child.states).length === 0
        ? [title]
        : [`${title} {`, ...drawState(child, nodes, depth + 1), `${indent}}`];
    }),
  ];
}

function drawTransitions(root: AnyStateNode, nodes: Nodes): readonly string[] {
  const seen = new Set<string>();
  return [root, ...descendants(root)].flatMap((node) =>
    [...node.transitions.values(), node.always ?? []].flat().flatMap((transition) => {
      const target = transition.target?.[0] ?? node;
      // A transition of the whole machine holds in every state; it is drawn from the first.
      const from = node === root ? Object.values(root.states)[0] : node;
      if (!from || (node === root && target === root)) return [];
      const line = `  ${nodeOf(nodes, from)} --> ${nodeOf(nodes, target)}: ${escape(label(transition))}`;
      if (seen.has(line)) return [];
      seen.add(line);
      return [line];
    }),
  );
}

interface Labelled {
  readonly eventType: string;
  readonly guard?: unknown;
}

function label({ eventType, guard }: Labelled): string {
  const after = /^xstate\.after\.([^.]+)\./.exec(eventType)?.[1];
  const event = after ? `after ${after}` : eventType === '' ? 'at once' : eventType;
  return typeof guard === 'string' ? `${event} [${spaced(guard)}]` : event;
}
