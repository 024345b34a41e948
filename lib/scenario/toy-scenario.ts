/** For tests of links and claims: a scenario that teaches nothing. */
import { shop } from '@/lib/engine/toy-casts';
import { defineScenario } from '@/lib/scenario/define-scenario';
import type { ChoiceKnob } from '@/lib/scenario/knobs';

export const toyScenario = defineScenario({
  ...{ slug: 'toy', stage: 'http-api', title: 'A toy', question: 'What if?' },
  knobs: {
    flavour: {
      ...{ kind: 'choice', label: 'Flavour', help: '' },
      values: [
        { value: 'sweet', label: 'sweet' },
        { value: 'sour', label: 'sour' },
      ],
    },
    scoops: { kind: 'count', label: 'Scoops', help: '', initial: 2, min: 0, max: 5 },
  },
  cast: ({ scoops }) => shop({ retries: scoops, memory: false }),
  meant: {
    intents: [{ id: 'work-1', label: 'Work 1' }],
    effects: [{ fact: 'note.written', noun: 'notes', did: 'noted' }],
  },
  calmAttempt: (intent) => ({
    from: 'person',
    to: 'asker',
    message: { type: 'work.wanted', intent },
  }),
  script: 'lose.shop-asker.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  claims: [],
  wording: {
    message: ({ type }) => type,
    isReply: ({ type }) => type === 'work.answered',
    fact: ({ name }, again) => (again ? `${name} again` : name),
    timer: (timer) => timer,
    tables: () => [],
  },
  captions: [],
  code: () => ({ process: 'shop', samples: [], remark: '' }),
  lesson: { intro: [], costs: '', limits: '', inPractice: { text: '', source: '' }, next: [] },
  concepts: [],
});

/** A choice of so many values, of which none does anything. */
export const choiceOf = (count: number): ChoiceKnob => ({
  ...{ kind: 'choice', label: 'Spice', help: '' },
  values: Array.from({ length: count }, (_, value) => ({
    ...{ value: String(value), label: String(value) },
  })),
});
