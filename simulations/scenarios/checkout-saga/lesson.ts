import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  {
    at: 'order A wanted',
    text: 'A customer orders once: one charge, one reservation, one parcel.',
  },
  { at: 'kind:crashed', text: 'Something goes down in the middle of the day.' },
  {
    at: 'lost: 201',
    after: 'shipping answers order: done',
    text: 'All three steps are done. Nobody hears of it.',
  },
  { at: 'lost: 201', text: 'The order counts as done. Nobody hears of it.' },
  { at: 'gives up', text: 'The client gives up. It can’t know what was done.' },
  { at: 'no answer in time', text: 'The client starts the whole order over, with the same key.' },
  {
    at: 'charged again',
    text: 'The first step knows nothing of an earlier one. It charges again.',
  },
  {
    at: 'refunded again',
    text: 'Money goes back a second time.',
  },
  {
    at: 'shipping answers order: refused',
    text: 'Shipping can’t. Money and stock were taken before it was asked.',
  },
  { at: 'release', text: 'The step before the refused one is to be taken back.' },
  { at: 'nothing to undo', text: 'The undoing names no step that was done. It does nothing.' },
];

export const lesson: Lesson = {
  intro: [
    'No transaction holds three services. An order is a chain of steps, each of them final as soon as it is done, and it may stop or be started over between any two. That is a saga.',
    'Two things make it harmless to start over: each step has a key made from the order’s, so that it is done once or refused once; and each undoing has a key too, and does nothing where its step was never done.',
  ],
  costs:
    'Every service keeps a record for each key, of refusals as well. Compensation is one call for each step that was done.',
  limits:
    'Here only the client starts it over. If it does not come back after a crash, the card stays charged and nothing is sent: keep the saga’s progress in a table, and let a job take up what is unfinished. Searched with services that always answer the order service. A step without an answer is not a refused one: ask again under its key before anything is undone. In between, others can see an order that is half made. And what can’t be taken back, such as a parcel on its way, must come last.',
  inPractice: {
    text: 'microservices.io describes the saga as a sequence of local transactions, with compensating transactions that undo those before a failed one.',
    source: 'https://microservices.io/patterns/data/saga.html',
  },
  next: [
    { slug: 'retry-storm', why: 'What all this repeating does to the last service.' },
    { slug: 'dual-write', why: 'Two stores and no transaction, inside of one service.' },
  ],
};
