/** A few questions that lead to a pattern. Data; nothing here knows which patterns there are. */
export interface Question {
  readonly ask: string;
  readonly help?: string;
  readonly answers: readonly Answer[];
}

export interface Answer {
  /** As in an address. */
  readonly value: string;
  readonly label: string;
  readonly help?: string;
  readonly leadsTo: { readonly question: string } | { readonly pattern: string };
}

export interface Tree {
  readonly first: string;
  readonly questions: Readonly<Record<string, Question>>;
}

/** Which answer was given to each question, by name; an empty one is none. */
export type Answers = Readonly<Record<string, string>>;

export interface Walk {
  /** The questions that were asked so far, in order, with what was answered; null where it is still open. */
  readonly asked: readonly { readonly name: string; readonly answer: Answer | null }[];
  /** The pattern at the end; null while a question is open. */
  readonly pattern: string | null;
}

/** Follows the answers from the first question on. A question is asked at most once, so this ends. */
export function walkTree(tree: Tree, answers: Answers): Walk {
  const asked: { name: string; answer: Answer | null }[] = [];
  let name = tree.first;
  for (;;) {
    if (asked.some((earlier) => earlier.name === name)) {
      throw new Error(`the question “${name}” leads back to itself`);
    }
    const question = tree.questions[name];
    if (!question) throw new Error(`there is no question “${name}”`);
    const answer = question.answers.find(({ value }) => value === answers[name]) ?? null;
    asked.push({ name, answer });
    if (!answer) return { asked, pattern: null };
    if ('pattern' in answer.leadsTo) return { asked, pattern: answer.leadsTo.pattern };
    name = answer.leadsTo.question;
  }
}

/** All ways through the tree, each with where it ends. */
export function allWalks(
  tree: Tree,
  name = tree.first,
): readonly { readonly answers: Answers; readonly pattern: string }[] {
  return (tree.questions[name]?.answers ?? []).flatMap(({ value, leadsTo }) =>
    'pattern' in leadsTo
      ? [{ answers: { [name]: value }, pattern: leadsTo.pattern }]
      : allWalks(tree, leadsTo.question).map(({ answers, pattern }) => ({
          answers: { [name]: value, ...answers },
          pattern,
        })),
  );
}

/** Questions that were answered but lie on another way than the one that the answers lead. */
export const unasked = ({ asked }: Walk, answers: Answers): readonly string[] =>
  Object.keys(answers).filter((name) => answers[name] && asked.every((each) => each.name !== name));
