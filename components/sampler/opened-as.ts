import { RATES, WEATHERS } from '@/lib/explorer/sampler/weather';
import type { Knobs } from '@/lib/scenario/knobs';
import { weatherWords } from '@/lib/scenario/sample-words';

/** Controls of the panel, written down as knobs are, so that they look and work like them. */
export const OPENED_AS: Knobs = {
  opened: {
    kind: 'choice',
    label: 'A day opens with',
    help: '',
    values: [
      {
        ...{ value: 'short', label: 'what mattered' },
        help: 'As few faults as lead to the same outcomes.',
      },
      {
        ...{ value: 'whole', label: 'all of it' },
        help: 'Everything that went otherwise than on a calm day.',
      },
    ],
  },
};

const MADE_UP = 'These rates are made up, and what follows from them is only as true as they are.';

export const WEATHER: Knobs = {
  weather: {
    kind: 'choice',
    label: 'Weather',
    help: MADE_UP,
    values: WEATHERS.map((weather) => ({
      ...{ value: weather, label: weather },
      help: `${weatherWords(RATES[weather])} ${MADE_UP}`,
    })),
  },
};
