import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A shop sells once. One parcel is expected.' },
  {
    at: 'is held back',
    text: 'The address service is slow today. To the queue, a consumer that waits looks like a dead one.',
  },
  {
    at: 'put aside',
    text: 'The queue has heard of no end and has tried often enough. It puts the message aside.',
  },
  {
    at: 'no acknowledgement in time',
    text: 'The queue has heard of no end. It can’t tell busy from dead.',
  },
  {
    at: 'more time for order-A, sent before the crash',
    text: 'The word of a consumer that is dead by now. The queue waits all the same.',
  },
  {
    at: 'more time for',
    text: 'The queue hears that the consumer is still at work. The time starts anew.',
  },
  {
    at: 'shipped again',
    text: 'More than one delivery was worked on. One parcel too many leaves.',
  },
  {
    at: 'acknowledge order-A, unheard',
    text: 'This acknowledgement quotes a delivery that is over. The queue no longer heeds it.',
  },
  {
    at: 'ROLLBACK',
    text: 'Another delivery has done the work. This one has nothing left to do.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'While a message is with a consumer, the queue hides it for a time: its visibility timeout. When the time is up it shows the message again, to another consumer or to the same one. That is right if the first one is dead. If it is only slow, two of them now do the same work at once, and no message was lost and nothing has crashed.',
    'A longer timeout makes this rarer and the recovery from real crashes slower. A heartbeat is better: whoever is at work asks for more time, so that the timeout measures silence and not work. But it covers slowness only. The inbox covers every second delivery: the second one waits for the row of the first, and finds the work done.',
  ],
  costs:
    'The heartbeat is one small request every few seconds of work. With the inbox the transaction stays open as long as the work takes, and with it a connection and a row lock.',
  limits: `A heartbeat dies with its consumer, and it can’t make up for a lost acknowledgement. The inbox prevents second parcels, not late acknowledgements: if every delivery outlasts the timeout, a message that is done ends among those put aside. Here messages between shop, queue and consumer are prompt or lost; a heartbeat that may itself be late has to be sent so much earlier. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'Amazon SQS hides a message for 30 seconds unless told otherwise, from 0 seconds to 12 hours; it advises to extend the time while at work. The 12 hours count from the receipt and are not made longer by that. On a FIFO queue a message can’t be deleted once its time is up.',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
  },
  next: [
    { slug: 'dedup-window', why: 'How long must an inbox remember?' },
    { slug: 'fifo-dedup', why: 'A FIFO queue promises more. How much more?' },
    { slug: 'lock', why: 'The same trouble with locks: a holder that is only slow.' },
  ],
};
