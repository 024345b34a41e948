import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: readonly Caption[] = [
  { at: 'order A wanted', text: 'A customer orders once. One order is expected.' },
  { at: 'lost: 201', text: 'The order is made and the server says so. Nobody hears it.' },
  {
    at: 'kind:crashed',
    settings: { store: 'memory' },
    text: 'The process starts again. Its memory starts again with it, and knows no key.',
  },
  { at: 'gives up', text: 'The client gives up. Whether its order was made it can’t know.' },
  {
    at: 'no answer in time',
    settings: { instances: '1' },
    text: 'The client tries again. There is one process that it can come to.',
  },
  {
    at: 'no answer in time',
    text: 'The client tries again. Which process gets it, it can’t choose.',
  },
  {
    at: 'created again',
    text: 'The key was sent, but the process that was asked does not have it in its memory.',
  },
  {
    at: 'from memory',
    settings: { store: 'memory' },
    text: 'The process that is asked knows the key.',
  },
  {
    at: 'commit. order created',
    text: 'Order and key become true in the same instant, for all who ask.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A map from keys to answers is a few lines, and it works: on the developer’s machine, in the test, and in production until there is a second instance. Then a retry goes to whichever process the load balancer picks, and that one has never heard of the key.',
    'One instance is not enough to be sure either. A deployment, a crash or a restart at night empties the map, and the retry comes a second later. What has to be remembered for as long as a retry may come has to be kept where it outlives the process, and where all who may be asked look.',
  ],
  costs:
    'A row for each key, and its time in the transaction. A memory in front of the table may save the look, as long as it holds only what is done and the table has the last word.',
  limits: `Sending a customer always to the same process only makes the mistake rarer: that process, too, is replaced one day. The table must be written in the transaction of the order; a shared store beside it has a crash window of its own (see “The crash window”). ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'AWS Lambda Powertools keeps records in DynamoDB or Redis; its memory of recent ones is off unless asked for, holds finished results only, and can only say that something is done: a claim is always won in the store.',
    source: 'https://github.com/aws-powertools/powertools-lambda-python',
  },
  next: [
    { slug: 'store-loss', why: 'A shared store can lose its keys as well.' },
    { slug: 'crash-window', why: 'Why key and order belong in one transaction.' },
    { slug: 'check-then-act', why: 'Shared by all, and still found by nobody: two ask at once.' },
  ],
};
