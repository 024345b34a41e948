import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A shop sells once. One parcel is expected.' },
  {
    at: 'lost: acknowledge',
    text: 'The work is done and its id is in the inbox. The word of it does not reach the queue.',
  },
  {
    at: 'the clean-up job',
    text: 'The row is old enough, so it goes. From now on this message would be new to the inbox.',
  },
  { at: 'was put aside', text: 'The queue has tried often enough. A person is told.' },
  { at: 'move order-A back', text: 'Somebody has looked at it, and has it delivered once more.' },
  { at: 'shipped again', text: 'The inbox had forgotten. The message was old, and taken for new.' },
  { at: 'ROLLBACK', text: 'The inbox still knows it: the work is done, so it only acknowledges.' },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'An inbox that keeps everything grows for ever, so a clean-up job deletes old rows. From that moment the message is unknown again. The inbox protects only while it remembers, and what it has to outlast is the latest moment at which the message can still come.',
    'That moment is seldom the one that people think of. A queue that delivers four times, half a minute apart, is through in two minutes, and begins anew with a copy that the shop publishes because it heard no confirmation. And a message that it puts aside waits for a person, and a person has weekends. The window must be longer than the longest way back, and not than the usual one.',
  ],
  costs:
    'Storage: messages a second, times the bytes of a row, times the window. A hundred messages a second with 100 bytes each make 864 MB a day.',
  limits: `No window outlasts a person who moves a message back whenever they like, or one that is put aside twice. Where that may happen, keep the ids as long as the orders themselves: then the order’s own row is the memory. 100 seconds outlast one copy and not the last of three: the shop publishes again after 25 and 50 seconds, and the last delivery of that may come after 150. Times are shortened here, minutes for days; and up to two messages are lost and one crash happens, one fault short of that. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'Amazon SQS puts a message that was received too often into a dead-letter queue, from where somebody has it moved back; then it counts as new, and SQS gives it another message id: an inbox must go by an id that the sender put into the message. Windows in the field: five minutes (SQS FIFO), ten (DynamoDB transactions), at least a day (Stripe), thirty days (Stripe’s second version).',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  },
  next: [
    { slug: 'expired-window', why: 'The same window, behind an API.' },
    { slug: 'fifo-dedup', why: 'A queue with a window of its own, on the way in.' },
  ],
};
