/** One tool with a page of its own, `/tools/<slug>`. */
export interface Tool {
  readonly slug: string;
  readonly title: string;
  /** What it answers, as the page’s heading. */
  readonly question: string;
  readonly summary: string;
  /** Rows of the concept inventory that a learner meets in it. */
  readonly concepts: readonly number[];
}

/** All tools, in the order in which they are of use. Pages, index and tests follow from this list. */
export const tools = [
  {
    slug: 'choose',
    title: 'Pattern chooser',
    question: 'Which pattern fits what I am building?',
    summary:
      'A few questions lead to a pattern, to what it costs, and to the scenario that proves it.',
    concepts: [
      ...[53, 54, 128, 129, 131, 132, 133, 134, 135, 138, 140, 142, 143, 150],
      ...[166, 168, 170, 171, 174, 181, 182, 183, 209],
    ],
  },
  {
    slug: 'key-lab',
    title: 'Key lab',
    question: 'How likely is it that two keys are the same?',
    summary:
      'Make keys of five kinds, see how often they would clash, and why a timestamp fails twice.',
    concepts: [87, 88, 89, 90, 92, 93, 199],
  },
  {
    slug: 'header',
    title: 'Header checker',
    question: 'Is this Idempotency-Key header right?',
    summary: 'By the draft standard and by what most servers do, with the wrong character marked.',
    concepts: [79, 80, 87, 94, 204],
  },
  {
    slug: 'window',
    title: 'Window calculator',
    question: 'How long must a key be remembered?',
    summary:
      'From retries, redeliveries and dead letters to a window, its cost, and what it doesn’t cover.',
    concepts: [106, 114, 115, 117, 118, 119, 120, 121, 122, 124, 125, 127, 196, 197, 198],
  },
  {
    slug: 'retries',
    title: 'Retry calculator',
    question: 'When do retries come, and how many calls do they become?',
    summary:
      'Waits, jitter and layers: when attempts happen, when they end, and how calls multiply.',
    concepts: [28, 29, 30, 58, 61, 121, 178, 179],
  },
  {
    slug: 'errors',
    title: 'Error policy',
    question: 'It failed. Remember it? Try again? With the same key?',
    summary: 'For each kind of failure, from a timeout to a declined card, with reason and source.',
    concepts: [24, 25, 60, 74, 94, 104, 107, 108, 109, 126, 201, 202, 203],
  },
  {
    slug: 'systems',
    title: 'Real systems',
    question: 'How do real systems recognise a repeat?',
    summary: 'Stripe, PayPal, AWS, Kafka, PostgreSQL and others side by side, with sources.',
    concepts: [...[79, 98, 118, 122, 140, 154, 160, 163, 164, 165, 175, 176, 177, 206, 207]],
  },
] as const satisfies readonly Tool[];

export type ToolSlug = (typeof tools)[number]['slug'];

export const toolBySlug = (slug: ToolSlug): Tool =>
  tools.find((tool) => tool.slug === slug) ?? tools[0];
