import type { Scenario } from '@/lib/scenario/scenario';

export const captions: Scenario['captions'] = [
  { at: 'deposit A wanted', text: 'One deposit is wanted, and is to be counted once.' },
  { at: 'deposit B wanted', text: 'Somebody else makes a deposit to the same account.' },
  { at: 'lost: 20', text: 'The answer is lost. Its reader is in doubt.' },
  { at: 'lost: 404', text: 'The answer is lost. Its reader is in doubt.' },
  {
    at: 'is held back',
    settings: { operation: 'increment' },
    text: 'This message takes its time.',
  },
  {
    at: 'is held back',
    text: 'This message takes its time. What it says may be old when it arrives.',
  },
  { at: 'counted again', text: '“Add this” was heard again, and was done again.' },
  {
    at: 'the other deposit is gone',
    text: 'The new balance was worked out from an old one. What had been added meanwhile is not in it.',
  },
  { at: 'gives up', text: 'It gives up. Whether the deposit was counted it can’t know.' },
  {
    at: 'no answer in time',
    text: 'No answer has come in time. It can’t tell lost from late.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'Press the button of a lift ten times and one lift comes; press a light’s toggle ten times and it is as dark as before. An operation is idempotent if doing it again changes nothing more: “the balance is 110” is, “10 more” is not. As a formula, f(f(x)) = f(x).',
    'But saying what the result should be has its price. Whoever worked it out from an old balance wipes out what others have added meanwhile: of two different sets that meet, one is lost, where two increments would both have counted. The way out is to set something of one’s own: a row for each deposit, named by its client and inserted once, with the balance as their sum.',
  ],
  costs:
    'Set and upsert cost nothing. A row for each deposit costs storage, and a sum or a running total to read the balance.',
  limits:
    'A late copy of an old set undoes a newer one, even with nobody else in sight. And only the state is the same after a repeat: a mail or a log line that goes with each call is not.',
  inPractice: {
    text: 'DynamoDB’s atomic counters are increments, and its guide says that they are not idempotent: a retried update may count twice, and where that matters a conditional update is the way.',
    source:
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html',
  },
  next: [
    { slug: 'methods', why: 'HTTP’s methods are such operations, by promise.' },
    { slug: 'conditional-update', why: 'Set only what is still as you read it.' },
    { slug: 'unique-constraint', why: 'What else hangs on a row that is inserted once.' },
  ],
};
