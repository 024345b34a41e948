import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A shop sells once. One parcel is expected.' },
  {
    at: 'consumer crashes',
    text: 'The consumer dies. The queue knows only what it was told before.',
  },
  {
    at: 'settled',
    settings: { ack: 'before' },
    text: 'The queue is content and forgets the message, whether the work is done or not.',
  },
  {
    at: 'put aside',
    text: 'The queue has heard nothing and has tried often enough. It puts the message aside.',
  },
  {
    at: 'no acknowledgement in time',
    text: 'The queue has heard nothing. It can’t know how far the work had come.',
  },
  { at: 'shipped again', text: 'The first parcel had left already. This one is too many.' },
  {
    at: 'ROLLBACK',
    text: 'The id was there already: the work is done, so there is nothing left to do.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A queue forgets a message when it is acknowledged, so the moment of the acknowledgement decides what a crash costs. Before the work: a consumer that dies at work takes the message with it. After the work: a consumer that dies between work and acknowledgement gets the message once more.',
    'There is no third moment. Work and acknowledgement happen in two systems, and something can always fall between them. “Exactly once” is therefore made of two halves: acknowledge after the work, so that nothing is lost, and know the message when it comes again, so that nothing is done twice.',
  ],
  costs:
    'Acknowledging late costs nothing but patience. The inbox is one row for each message, in the transaction that the work needs anyway.',
  limits: `Acknowledging early is not “at most once” here either: if that acknowledgement is lost, the message comes back. And a message that nobody manages to acknowledge is put aside in the end, and needs a person. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'RabbitMQ offers both: with automatic acknowledgement a message counts as settled once it is written to the socket, which is at most once; with manual acknowledgement it is kept until the consumer says so, which is at least once.',
    source: 'https://www.rabbitmq.com/docs/confirms',
  },
  next: [
    {
      slug: 'visibility-timeout',
      why: 'Acknowledging late takes time. What if it takes too much?',
    },
    { slug: 'mark-first', why: 'The same question again, about the consumer’s own memory.' },
    {
      slug: 'transactional-log',
      why: 'A log lets work and acknowledgement be one transaction.',
    },
  ],
};
