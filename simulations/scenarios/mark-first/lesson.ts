import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A shop sells once. One parcel is expected.' },
  {
    at: 'consumer crashes',
    text: 'The consumer dies, and starts again knowing nothing.',
  },
  {
    at: 'marked as begun',
    settings: { mark: 'first' },
    text: 'The mark is there. It says that somebody began, and is taken to say that somebody was done.',
  },
  {
    at: 'the mark’s time is up',
    text: 'Nobody marked it as done in time. The next one may begin.',
  },
  {
    at: 'shipped again',
    text: 'There was no mark when this one looked, so it works. The parcel is one too many.',
  },
  { at: 'marked as done', text: 'The mark says done, and it is.' },
  {
    at: 'ROLLBACK',
    text: 'The id was there already, so the work was committed with it. Nothing is left to do.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'To know a message again, a consumer marks it as seen. If the mark is set before the work, a crash between the two leaves a mark without work: the next delivery is skipped and the order is lost. If it is set after the work, the crash leaves work without a mark: the next delivery does it again.',
    'Two states, begun and done, with a lease on “begun”, repair the first mistake: nobody takes begun for done, so nothing is lost. They can’t repair the second: a consumer that dies after the work and before “done” leaves a mark that says begun, and when the lease is over the work is done twice. As long as mark and work are in two systems there is a seam. In one transaction there is none.',
  ],
  costs:
    'Marks in a key store are one or two requests for each message, on top of the work. The inbox is one row in a transaction that is there anyway.',
  limits: `The inbox needs the work in the same database. If it is elsewhere, a card charge or a mail, choose which harm is smaller: two-state marks can repeat the work and never lose it, and the other side can be given a key that makes the repetition harmless. The lease must be longer than the work, or two consumers work at once. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'AWS Lambda Powertools keeps two states: it writes INPROGRESS with an expiry before it runs the function, and COMPLETED afterwards. If saving fails after the function has had its effect, the next call is refused until the record in progress expires; a call after that runs it again.',
    source: 'https://github.com/aws-powertools/powertools-lambda-python',
  },
  next: [
    { slug: 'forgotten-expiry', why: 'The lease itself can be got wrong.' },
    { slug: 'external-charge', why: 'What to do when the work is at somebody else’s.' },
    { slug: 'dedup-window', why: 'How long must a mark be kept?' },
  ],
};
