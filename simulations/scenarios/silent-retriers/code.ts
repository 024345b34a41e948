import type { Scenario } from '@/lib/scenario/scenario';
import type { RetrierInput } from '@/simulations/actors/retrier';

type Code = ReturnType<Scenario['code']>;
type Kind = 'sdk' | 'proxy' | 'load-balancer' | 'browser';

const IS_REPEATABLE = {
  sdk: 'isIdempotent(req.method) || req.key',
  proxy: 'isIdempotent(req.method)',
  'load-balancer': 'isIdempotent(req.method)',
  browser: 'isIdempotent(req.method)',
} as const;

/** How each kind is told in its own words. */
const SETTINGS: Readonly<Record<Kind, Readonly<Record<RetrierInput['policy'], string>>>> = {
  sdk: {
    'any-failure': '-- new Stripe(secret, { maxNetworkRetries: 2 })',
    'idempotent-only':
      '-- Go: Transport retries GET, PUT, … and\n-- whatever has an Idempotency-Key.',
  },
  proxy: {
    'any-failure': '-- proxy_next_upstream error timeout\n--   non_idempotent;',
    'idempotent-only': '-- proxy_next_upstream error timeout;',
  },
  'load-balancer': {
    'any-failure': '-- retry_policy: { retry_on: "5xx,reset" }',
    'idempotent-only':
      '-- match: { headers: [:method GET] }\n-- retry_policy: { retry_on: "5xx,reset" }',
  },
  browser: {
    'any-failure':
      '-- (nothing to set: a closed connection\n-- that was in use before is tried anew)',
    'idempotent-only':
      '-- (nothing to set: only GET, PUT, … are\n-- tried anew on another connection)',
  },
};

export function code(retrier: Kind, policy: RetrierInput['policy']): Code {
  const tries = retrier === 'sdk' ? 3 : 2;
  const isCareful = policy === 'idempotent-only';
  return {
    process: 'retrier',
    remark: isCareful
      ? 'What promises nothing is sent once. That it failed is said, and nothing more is known.'
      : 'It can’t know what it repeats. Whoever called it can’t know that it did.',
    samples: [
      {
        language: 'TypeScript',
        text: `async function send(req) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await forward(req);           //@ forwarding
    } catch (noAnswer) {
      if (tried === ${tries}) throw noAnswer;${
        isCareful ? `\n      if (!(${IS_REPEATABLE[retrier]}))\n        throw noAnswer;` : ''
      }
      await sleep(backoff);                //@ pausing
    }
  }
}`,
      },
      {
        language: 'SQL',
        text: `-- Not SQL: how it is told so.\n${SETTINGS[retrier][policy]}`,
      },
    ],
  };
}
