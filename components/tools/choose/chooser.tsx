'use client';

import { useId } from 'react';

import { PatternCard } from '@/components/tools/choose/pattern-card';
import { Frame, Part, Said } from '@/components/tools/frame';
import { useTool } from '@/components/tools/use-tool';
import {
  allWalks,
  type Answer,
  type Answers,
  type Question,
  type Tree,
  unasked,
  walkTree,
} from '@/lib/tools/choose/tree';
import { chooseFields } from '@/simulations/tools/choose/fields';
import { patterns } from '@/simulations/tools/choose/patterns';
import { patternTree } from '@/simulations/tools/choose/tree';
import type { ScenarioLink } from '@/simulations/tools/scenario-reference';

const TREE: Tree = patternTree;

export function Chooser({
  links,
}: {
  /** By pattern. */
  readonly links: Readonly<Record<string, readonly ScenarioLink[]>>;
}) {
  const tool = useTool(chooseFields);
  const walk = walkTree(TREE, tool.values);
  const strays = unasked(walk, tool.values);
  const complaint =
    tool.complaint ??
    (strays.length > 0
      ? `This link also answers a question that isn’t asked on this way: “${strays[0] ?? ''}”.`
      : null);
  /** Answers further down were given on another way. */
  const answer = (name: string, value: string) => {
    const place = walk.asked.findIndex((each) => each.name === name);
    const kept = walk.asked.slice(0, place).map((each) => [each.name, each.answer?.value ?? '']);
    const cleared = Object.keys(chooseFields).map((each) => [each, '']);
    const next = Object.fromEntries([...cleared, ...kept, [name, value]]) as Answers;
    tool.change(next, 'push');
  };
  const pattern = walk.pattern === null ? null : patterns[walk.pattern];
  const open = walk.asked.at(-1)?.name ?? TREE.first;
  const reachable = [...new Set(allWalks(TREE, open).map((each) => each.pattern))];
  return (
    <Frame
      tool={{ ...tool, complaint }}
      layout="halves"
      controls={walk.asked.map(({ name, answer: given }, index) => {
        const question = TREE.questions[name];
        return question ? (
          <QuestionCard
            key={name}
            {...{ question, given }}
            number={index + 1}
            onAnswer={(value) => answer(name, value)}
          />
        ) : null;
      })}
    >
      <div>
        <Said>
          {pattern ? `The pattern for this: ${pattern.name}.` : `${openWords(reachable)}.`}
        </Said>
        {pattern && walk.pattern !== null ? (
          <PatternCard pattern={pattern} links={links[walk.pattern] ?? []} />
        ) : (
          <StillOpen {...{ reachable }} />
        )}
      </div>
    </Frame>
  );
}

interface QuestionCardProps {
  readonly number: number;
  readonly question: Question;
  readonly given: Answer | null;
  readonly onAnswer: (value: string) => void;
}

function QuestionCard({ number, question, given, onAnswer }: QuestionCardProps) {
  const id = useId();
  const { ask, help, answers } = question;
  return (
    <fieldset aria-describedby={help ? `${id}-help` : undefined} className="min-w-0">
      <legend className="font-serif text-[1.1875rem] leading-snug">
        <span className="text-muted">{number}.</span> {ask}
      </legend>
      {help && (
        <p id={`${id}-help`} className="mt-0.5 text-sm text-muted">
          {help}
        </p>
      )}
      <div className="mt-2.5 grid gap-1.5">
        {answers.map(({ value, label, help: remark }) => (
          <label
            key={value}
            className="flex items-baseline gap-2.5 rounded-md border border-line bg-panel px-3 py-2 hover:border-edge has-checked:border-intent has-checked:bg-intent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-intent"
          >
            <input
              type="radio"
              name={id}
              value={value}
              checked={given?.value === value}
              onChange={() => onAnswer(value)}
              className="accent-intent"
            />
            <span>
              {label}
              {remark && <span className="text-muted">, {remark}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The patterns that are still to be reached. */
function StillOpen({ reachable }: { readonly reachable: readonly string[] }) {
  return (
    <Part id="open" title={openWords(reachable)}>
      <ul className="divide-y divide-line border-y border-line">
        {reachable.map((id) => (
          <li key={id} className="py-2.5">
            <span className="block font-semibold">{patterns[id]?.name}</span>
            <span className="block max-w-prose text-sm text-muted">{patterns[id]?.how}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const openWords = ({ length }: readonly string[]): string =>
  `${length} patterns are still possible`;
