import type { Scenario } from '@/lib/scenario/scenario';
import type { Maker } from '@/simulations/scenarios/who-makes-the-key/cast';

type Code = ReturnType<Scenario['code']>;

/** The client’s code: the line that makes the key is the same, and the place where it stands is everything. */
export const code = ({ key }: { readonly key: Maker }): Code => ({
  process: 'client',
  remark: REMARKS[key],
  samples: [
    {
      language: 'TypeScript',
      text: `// isFinal: an answer, and no 409, 429 or 5xx.
${key === 'per-page' ? `${MAKE} // once, with the page\n` : ''}
async function buy(cart) {
${key === 'per-intent' ? PER_INTENT : ''}  for (let attempt = 1; attempt <= 2; attempt++) {
${inTheLoop(key)}    const answer =
      await send(cart${key === 'server-made' ? '' : ', key'});${key === 'server-made' ? '     ' : ''}           //@ awaitingReply
${key === 'per-intent' ? ANSWERED_FOR_GOOD : ANSWERED}    // After no answer it tries again at once.
    if (answer) await sleep(400);          //@ backingOff
  }
  show('We don’t know. Try again later.'); //@ gaveUp
}`,
    },
    {
      language: 'SQL',
      text: key === 'server-made' ? SERVER_MADE : ON_THE_SERVER,
    },
  ],
});

const MAKE = 'const key = crypto.randomUUID();';

const ANSWERED = `    if (isFinal(answer)) return show(answer); //@ answered
`;

/** A key that outlived its answer would be answered with the same one for ever, a declined card’s too. */
const ANSWERED_FOR_GOOD = `    if (isFinal(answer)) {                 //@ answered
      delete cart.key; // the next wish is another
      await cart.save();
      return show(answer);
    }
`;

/** Kept with what it is for, so that another press and another day find it. */
const PER_INTENT = `  // Once for this wish, and kept before it is sent.
  const key = cart.key ??= crypto.randomUUID();
  await cart.save();
`;

function inTheLoop(key: Maker): string {
  if (key === 'per-attempt') return `    ${MAKE} // each time\n`;
  if (key === 'timestamp') return `    const key = new Date().toISOString();\n`;
  return key === 'server-made' ? `    // No key: the server makes one if it wants one.\n` : '';
}

const REMARKS: Readonly<Record<Maker, string>> = {
  'per-attempt': 'Inside the loop: a new name each time around.',
  'server-made':
    'A request without a name. Whatever the server calls it, the retry is called otherwise.',
  timestamp: 'The clock has moved on when the retry is sent.',
  'per-page':
    'Outside of everything: one name for all that is bought on this page, and another after a reload.',
  'per-intent': 'Before the loop, inside the purchase: one name for one wish.',
};

const ON_THE_SERVER = `-- On the server, whoever made the key:
INSERT INTO keys (key, status)
VALUES ($1, 'running')
ON CONFLICT (key) DO NOTHING;`;

const SERVER_MADE = `-- On the server: never a conflict, so never a defence.
INSERT INTO keys (key, status)
VALUES (gen_random_uuid(), 'running');
-- (The run leaves it out: nobody will ever ask for it.)`;
