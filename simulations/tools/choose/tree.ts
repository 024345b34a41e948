import type { Tree } from '@/lib/tools/choose/tree';

/** From what starts the work and what it changes to a pattern. Each answer leads on or ends at a pattern. */
export const patternTree = {
  first: 'start',
  questions: {
    start: {
      ask: 'Where do you stand?',
      help: 'A repeat comes from whoever waits for an answer. Who is that?',
      answers: [
        {
          value: 'request',
          label: 'Somebody calls my API',
          help: 'and calls again when no answer comes',
          leadsTo: { question: 'effect' },
        },
        {
          value: 'message',
          label: 'I read from a queue or a log',
          help: 'which delivers again when no acknowledgement comes',
          leadsTo: { question: 'writes' },
        },
        {
          value: 'webhook',
          label: 'A provider sends me webhooks',
          help: 'and sends them again, perhaps through two subscriptions',
          leadsTo: { question: 'order' },
        },
        {
          value: 'caller',
          label: 'I call somebody’s API',
          help: 'and I am the one who has to try again',
          leadsTo: { question: 'theirApi' },
        },
      ],
    },
    effect: {
      ask: 'What does a request change?',
      help: 'What must not happen twice decides, not how the request looks.',
      answers: [
        {
          value: 'rows',
          label: 'Only rows in one database of mine',
          leadsTo: { question: 'change' },
        },
        {
          value: 'outside',
          label: 'Something at somebody else’s',
          help: 'a card is charged, a parcel ordered',
          leadsTo: { question: 'theirKey' },
        },
        {
          value: 'rows-and-message',
          label: 'My rows, and a message to a queue',
          leadsTo: { pattern: 'outbox' },
        },
        {
          value: 'rows-and-mail',
          label: 'My rows, and a mail or the like',
          leadsTo: { pattern: 'keyed-outbox' },
        },
        {
          value: 'services',
          label: 'Several services of mine',
          help: 'order, payment, stock',
          leadsTo: { question: 'undo' },
        },
      ],
    },
    change: {
      ask: 'Which of these is the change most like?',
      answers: [
        {
          value: 'set',
          label: 'It sets a value',
          help: 'the same value however often',
          leadsTo: { question: 'late' },
        },
        {
          value: 'step',
          label: 'It takes a thing one step further, once',
          help: 'an invoice from unpaid to paid',
          leadsTo: { pattern: 'conditional-update' },
        },
        {
          value: 'create',
          label: 'It makes a new thing',
          help: 'an order, a booking',
          leadsTo: { question: 'businessKey' },
        },
        {
          value: 'add',
          label: 'It adds to what is there',
          help: 'a balance plus 100',
          leadsTo: { pattern: 'key-in-transaction' },
        },
      ],
    },
    late: {
      ask: 'May an old request arrive after a newer one?',
      help: 'A retry that was held up brings yesterday’s value.',
      answers: [
        {
          value: 'yes',
          label: 'Yes, or I can’t tell',
          help: 'as after each attempt that was given up: it may still be on its way',
          leadsTo: { pattern: 'versioned' },
        },
        {
          value: 'no',
          label: 'No',
          help: 'one writer, who gives no attempt up: each is answered before the next is sent',
          leadsTo: { pattern: 'natural' },
        },
      ],
    },
    businessKey: {
      ask: 'Does the new thing have a number of its own before it is made?',
      help: 'An order number, a payment reference. Not a seat: whoever has it may be somebody else.',
      answers: [
        { value: 'yes', label: 'Yes', leadsTo: { pattern: 'unique-constraint' } },
        {
          value: 'no',
          label: 'No',
          help: 'two alike may both be meant',
          leadsTo: { pattern: 'key-in-transaction' },
        },
      ],
    },
    undo: {
      ask: 'If a later step fails for good, must the earlier ones be undone?',
      answers: [
        { value: 'yes', label: 'Yes', leadsTo: { pattern: 'saga' } },
        {
          value: 'no',
          label: 'No, they are finished in the end',
          leadsTo: { pattern: 'derived-keys' },
        },
      ],
    },
    writes: {
      ask: 'What does a message change?',
      answers: [
        { value: 'rows', label: 'Rows in one database of mine', leadsTo: { pattern: 'inbox' } },
        {
          value: 'log',
          label: 'It makes messages in the same Kafka cluster',
          leadsTo: { pattern: 'log-transaction' },
        },
        {
          value: 'outside',
          label: 'Something at somebody else’s',
          help: 'a charge, a mail',
          leadsTo: { question: 'theirKey' },
        },
      ],
    },
    order: {
      ask: 'Does it matter which of two events came first?',
      help: 'Webhooks come in no certain order, and a late one carries an old state.',
      answers: [
        { value: 'yes', label: 'Yes', leadsTo: { pattern: 'event-version' } },
        { value: 'no', label: 'No', leadsTo: { pattern: 'event-id' } },
      ],
    },
    theirApi: {
      ask: 'Does that API take an idempotency key?',
      answers: [
        { value: 'yes', label: 'Yes', leadsTo: { pattern: 'client-key' } },
        { value: 'no', label: 'No', leadsTo: { question: 'method' } },
      ],
    },
    method: {
      ask: 'Is the call idempotent by itself?',
      help: 'GET, PUT and DELETE are by definition; POST and PATCH are not.',
      answers: [
        { value: 'yes', label: 'Yes', leadsTo: { pattern: 'idempotent-method' } },
        { value: 'no', label: 'No', leadsTo: { question: 'canAsk' } },
      ],
    },
    theirKey: {
      ask: 'Does the other side take an idempotency key?',
      answers: [
        { value: 'yes', label: 'Yes', leadsTo: { pattern: 'downstream-key' } },
        { value: 'no', label: 'No', leadsTo: { question: 'canAsk' } },
      ],
    },
    canAsk: {
      ask: 'Can you find out afterwards whether it was done?',
      help: 'By a reference of yours that you sent along.',
      answers: [
        { value: 'yes', label: 'Yes', leadsTo: { pattern: 'ask-first' } },
        { value: 'no', label: 'No', leadsTo: { pattern: 'choose-harm' } },
      ],
    },
  },
} as const satisfies Tree;
