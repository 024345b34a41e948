import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromQuery } from '@/lib/permalink/permalink';
import { readPosition } from '@/lib/scenario/knobs';
import {
  type Fields,
  type FieldValue,
  initialValues,
  type Values,
  writeValue,
} from '@/lib/tools/fields';
import { fromToolQuery, toToolQuery } from '@/lib/tools/link';
import { answerWindow } from '@/lib/tools/window/window';
import { catalogue } from '@/simulations/catalogue';
import { chooseFields } from '@/simulations/tools/choose/fields';
import { patterns } from '@/simulations/tools/choose/patterns';
import { errorFields, errorPolicies } from '@/simulations/tools/errors';
import { headerExamples, headerFields } from '@/simulations/tools/header';
import { keyFields } from '@/simulations/tools/key-lab';
import { type Tool, tools, type ToolSlug } from '@/simulations/tools/registry';
import { references } from '@/simulations/tools/references';
import { retryExamples, retryFields } from '@/simulations/tools/retries';
import { linkTo } from '@/simulations/tools/scenario-reference';
import { SOURCES } from '@/simulations/tools/sources';
import { systemFields, systems, systemWindows } from '@/simulations/tools/systems/systems';
import { lateCases, windowFields, windowInputOf, windowQueryFor } from '@/simulations/tools/window';

const FIELDS: Readonly<Record<ToolSlug, Fields>> = {
  'key-lab': keyFields,
  window: windowFields,
  choose: chooseFields,
  errors: errorFields,
  systems: systemFields,
  header: headerFields,
  retries: retryFields,
};

describe.each<Tool>(tools)('the tool $slug', ({ slug, concepts }) => {
  const fields = FIELDS[slug as ToolSlug];

  it('reads any link without throwing, and gives one that is read without complaint', () => {
    fc.assert(
      fc.property(queriesOf(fields), (query) => {
        const { values, complaint } = fromToolQuery(fields, query);
        const written = toToolQuery(fields, values);
        expect(fromToolQuery(fields, written)).toEqual({ values, complaint: null });
        if (complaint !== null) expect(complaint).toMatch(/^This link has .*\.$/s);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a clean address at first', () => {
    expect(toToolQuery(fields, initialValues(fields))).toBe('');
  });

  it('shows rows of the inventory of concepts, each once', () => {
    expect(concepts.length).toBeGreaterThan(0);
    expect(concepts.filter((row) => !Number.isInteger(row) || row < 1 || row > 210)).toEqual([]);
    expect(new Set(concepts).size).toBe(concepts.length);
  });
});

describe('a scenario that a tool points to', () => {
  it.each(references)('$slug, $shows: has its settings, once it is there', (reference) => {
    const scenario = catalogue.find(({ slug }) => slug === reference.slug);
    const { path } = linkTo(reference, catalogue);
    if (!scenario) {
      expect(path).toBeNull();
      return;
    }
    for (const [name, value] of Object.entries(reference.settings)) {
      const knob = scenario.knobs[name];
      expect(knob && readPosition(knob, String(value)), name).toBe(value);
    }
    const { view, complaints } = fromQuery(scenario, path?.split('?')[1] ?? '');
    expect(complaints).toEqual([]);
    expect(view.settings).toMatchObject(reference.settings);
    expect(view.script).toBe(reference.script ?? null);
  });

  it('has a link as soon as the catalogue has it', () => {
    const linked = references.filter((each) => linkTo(each, catalogue).path !== null);
    expect(linked.map(({ slug }) => slug)).toContain('lost-response');
    expect(linkTo(references[0] ?? fail(), []).path).toBeNull();
  });
});

describe('facts', () => {
  it('have sources, and every source is one of a fact', () => {
    const facts = [...errorPolicies, ...systems, ...Object.values(patterns)];
    expect(facts.filter(({ sources }) => sources.length === 0)).toEqual([]);
    const named = new Set([...facts, ...lateCases].flatMap(({ sources }) => sources));
    for (const { source } of retryExamples) named.add(source);
    // Named where formulas and formats are explained.
    for (const source of [
      'rfc9562',
      'ulid',
      'birthday',
      'poisson',
      'rfc9651',
      'aws-jitter',
    ] as const) {
      named.add(source);
    }
    expect(Object.keys(SOURCES).filter((id) => !named.has(id as keyof typeof SOURCES))).toEqual([]);
  });

  it('have names of their own', () => {
    for (const ids of [systems.map(({ id }) => id), errorPolicies.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('on windows say the same in words and in ms', () => {
    for (const { window, windowMs } of systemWindows) {
      const units = { min: 60_000, h: 3_600_000, day: 86_400_000, days: 86_400_000 };
      const [, amount = '', unit = ''] = /(\d+) (min|h|days?)\b/.exec(window ?? '') ?? [];
      expect(Number(amount) * units[unit as keyof typeof units], window ?? '').toBe(windowMs);
    }
  });

  it('on errors hold together', () => {
    for (const { id, happened, remember, retry, key } of errorPolicies) {
      // What surely did not happen and may work next time must not be remembered.
      if (happened === 'no' && retry === 'yes') expect(remember, id).toBe('no');
      // To try the same again under another key is to risk it twice.
      if (retry === 'yes') expect(key, id).toBe('same');
    }
  });
});

it('a window that retries lead to passes the calculator that it opens', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e10, noNaN: true }), (lastMs) => {
      const { values, complaint } = fromToolQuery(windowFields, windowQueryFor(lastMs));
      expect(complaint).toBeNull();
      expect(values.retries).toBeGreaterThanOrEqual(lastMs);
      expect(answerWindow(windowInputOf(values)).verdict).toBe('covers');
    }),
  );
  expect(windowQueryFor(270_000)).toBe('retries=270s&comeback=0s&window=10min');
});

it('every window that the calculator suggests can be set', () => {
  const longest = Object.fromEntries(
    Object.entries(turned(windowFields)).filter(([name]) => name !== 'window'),
  );
  const values = { ...initialValues(windowFields), ...longest };
  const { suggestedMs } = answerWindow(windowInputOf(values));
  const query = toToolQuery(windowFields, { ...values, window: suggestedMs });
  expect(fromToolQuery(windowFields, query).complaint).toBeNull();
});

describe('examples', () => {
  it.each(retryExamples)('of policies are read without complaint: $name', ({ query }) => {
    const { values, complaint } = fromToolQuery(retryFields, query);
    expect(complaint).toBeNull();
    expect(toToolQuery(retryFields, values)).toBe(query);
  });

  it.each(headerExamples)('of headers fit into a link: $name', ({ value }) => {
    const query = toToolQuery(headerFields, { value });
    expect(fromToolQuery(headerFields, query)).toEqual({ values: { value }, complaint: null });
  });

  it('of late repeats come in order', () => {
    const times = lateCases.map(({ lateMs }) => lateMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

it('keeps the links that were given out', () => {
  // Published addresses: a change here breaks links in courses and slides.
  const links = tools.map(
    ({ slug }) => `${slug}?${toToolQuery(FIELDS[slug], turned(FIELDS[slug]))}`,
  );
  expect(links).toMatchInlineSnapshot(`
    [
      "choose?start=caller&effect=services&change=add&late=no&businessKey=no&undo=no&writes=outside&order=no&theirApi=no&method=no&theirKey=no&canAsk=no",
      "key-lab?kind=timestamp&characters=22&alphabet=mixed&unit=s&rate=1000000000&per=day&window=3660d&gap=5000000&retry=24h",
      "header?value=%22a%20key%22",
      "window?retries=3660d&comeback=3660d&redelivery=3660d&redrive=3660d&skew=24h&countsFrom=claim&longestRun=30d&window=18300d&rate=1000000000&bytes=1000000000",
      "retries?attempts=20&timeout=1h&base=1h&factor=10&cap=24h&jitter=none&layers=6&seed=999999",
      "errors?group=silence&retry=no",
      "systems?kinds=standard,payments&columns=key,scope",
    ]
  `);
});

// Helpers

const fail = (): never => {
  throw new Error('there is no reference');
};

/** Every field somewhere else than at first. */
const turned = (fields: Fields): Values<Fields> =>
  Object.fromEntries<FieldValue>(
    Object.entries(fields).map(([name, field]) => {
      switch (field.kind) {
        case 'choice':
          return [name, field.values.at(-1)?.value ?? ''];
        case 'many':
          return [name, field.values.slice(0, 2).map(({ value }) => value)];
        case 'text':
          return [name, '"a key"'];
        default:
          return [name, field.max];
      }
    }),
  );

/** Names that there are and are not, with values that fit, nearly fit, and don’t. */
const queriesOf = (fields: Fields) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...Object.keys(fields), 'x', '__proto__', ''),
        fc.oneof(
          fc.constantFrom(...samplesOf(fields)),
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.double().map(String),
          fc
            .tuple(fc.double(), fc.constantFrom('ms', 's', 'min', 'h', 'd', 'w'))
            .map((all) => all.join('')),
        ),
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.map(([name, value]) => `${name}=${value}`).join('&'));

const samplesOf = (fields: Fields): readonly string[] => [
  ...Object.entries(turned(fields)).map(([name, value]) => {
    const field = fields[name];
    return field ? writeValue(field, value) : '';
  }),
  ...['none', '%E0%A4%A', '+', '%00', '-1', '1e999', 'NaN'],
];
