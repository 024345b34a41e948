import type { Scenario } from '@/lib/scenario/scenario';
import type { RetrierInput } from '@/simulations/actors/retrier';

type Code = ReturnType<Scenario['code']>;
type Kind = 'sdk' | 'proxy' | 'load-balancer' | 'browser';

/** What each kind does, besides trying again when no answer comes. */
const HABITS: Readonly<
  Record<
    Kind,
    {
      readonly tries: number;
      /** The answers after which it tries again. */
      readonly retriesOn?: string;
      readonly pause: string;
    }
  >
> = {
  sdk: {
    tries: 3,
    retriesOn: 'RETRIED.includes(status)',
    pause: 'await sleep(1000);                   //@ pausing',
  },
  proxy: { tries: 2, pause: '// At once, to the next server.         //@ pausing' },
  'load-balancer': {
    tries: 2,
    retriesOn: 'status >= 500',
    pause: 'await sleep(25 * Math.random());     //@ pausing',
  },
  browser: { tries: 2, pause: '// At once, on a new connection.        //@ pausing' },
};

const GOT = `-- got.extend({ timeout: { request: 1000 }, retry: {
--   limit: 2, backoffLimit: 1000,`;

const ENVOY_RETRIES = `-- retry_policy: { retry_on: "5xx,reset",
--   per_try_timeout: 1s }`;

/** How each kind is told in its own words. */
const SETTINGS: Readonly<Record<Kind, Readonly<Record<RetrierInput['policy'], string>>>> = {
  sdk: {
    'any-failure': `-- The HTTP client in it is got, told to repeat POST too:
${GOT}
--   methods: [...IDEMPOTENT, 'POST', 'PATCH'] } })`,
    'idempotent-only': `-- The HTTP client in it is got, told to heed keys too:
${GOT}
--   methods: [...IDEMPOTENT, 'POST', 'PATCH'],
--   calculateDelay: ({ error, computedValue }) => {
--     const { method, headers } = error.options;
--     return IDEMPOTENT.includes(method)
--       || 'idempotency-key' in headers
--       ? computedValue : 0; } } })`,
  },
  proxy: {
    'any-failure': '-- proxy_next_upstream error timeout\n--   non_idempotent;',
    'idempotent-only': '-- proxy_next_upstream error timeout;',
  },
  'load-balancer': {
    'any-failure': `-- Envoy:\n${ENVOY_RETRIES}`,
    'idempotent-only': `-- Envoy, on a route of its own:
-- match: { prefix: "/", headers: [{ name: ":method",
--   string_match: { safe_regex: { regex:
--   "GET|HEAD|OPTIONS|TRACE|PUT|DELETE" } } }] }
${ENVOY_RETRIES}`,
  },
  browser: {
    'any-failure':
      '-- (nothing to set: a closed connection\n-- that was in use before is tried anew)',
    'idempotent-only':
      '-- (nothing to set: only GET, PUT, … are\n-- tried anew on another connection)',
  },
};

export function code(retrier: Kind, policy: RetrierInput['policy']): Code {
  const isCareful = policy === 'idempotent-only';
  return {
    process: 'retrier',
    remark: isCareful
      ? 'What promises nothing is sent once. That it failed is said, and nothing more is known.'
      : 'It can’t know what it repeats. Whoever called it can’t know that it did.',
    samples: [
      {
        language: 'TypeScript',
        text: typeScript(retrier, isCareful),
      },
      {
        language: 'SQL',
        text: `-- Not SQL: how it is told so.\n${SETTINGS[retrier][policy]}`,
      },
    ],
  };
}

function typeScript(retrier: Kind, isCareful: boolean): string {
  const { tries, retriesOn, pause } = HABITS[retrier];
  const statuses = retrier === 'sdk' ? `const RETRIED = [408, 429, 500, 502, 503, 504];\n` : '';
  const key = retrier === 'sdk' ? `\n    || req.headers.has('Idempotency-Key')` : '';
  return `${
    isCareful || retrier === 'sdk'
      ? `const IDEMPOTENT = ['GET', 'HEAD', 'OPTIONS', 'TRACE',
  'PUT', 'DELETE'];
`
      : ''
  }${statuses}${isCareful || statuses !== '' ? '\n' : ''}async function send(req, forward) {
${
  isCareful
    ? `  const mayRepeat = IDEMPOTENT.includes(req.method)${key};
`
    : ''
}  for (let tried = 1; ; tried += 1) {
    const isLast = tried === ${tries}${isCareful ? ' || !mayRepeat' : ''};
    try {
${
  retriesOn === undefined
    ? `      const answer = await forward(req);   //@ forwarding
      return answer;                       //@ reply/!504/!599
`
    : `      const answer = await forward(req);   //@ forwarding
      const { status } = answer;
      const hasFailed = ${retriesOn};
      if (isLast || !hasFailed) return answer; //@ reply/!504/!599
`
}    } catch (noAnswer) {
      if (isLast) throw noAnswer;          //@ reply/504,599
    }
    ${pause}
  }
}`;
}
