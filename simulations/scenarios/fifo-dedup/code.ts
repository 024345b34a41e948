import type { Scenario } from '@/lib/scenario/scenario';
import { withInbox, withoutInbox } from '@/simulations/code/consumer';

/** The sender’s line on top, the consumer below. */
export const codeOf = (
  id: 'per-event' | 'per-order',
  dedup: 'none' | 'inbox',
): ReturnType<Scenario['code']> => {
  const { process, samples } = dedup === 'inbox' ? withInbox : withoutInbox;
  const send = `// The shop:
const event = { id: 'placed-1', order: 'order-1' };
await sqs.sendMessage({
  QueueUrl: 'https://sqs.example/1/orders.fifo',
  MessageBody: JSON.stringify(event),
  MessageGroupId: event.order,
  MessageDeduplicationId: ${id === 'per-event' ? 'event.id' : 'event.order'},
});

// The consumer:
`;
  return {
    process,
    remark:
      dedup === 'inbox'
        ? 'The queue spares some copies, the inbox makes the others harmless.'
        : 'The queue is trusted to have thrown all copies away.',
    samples: samples.map(({ language, text }) => ({
      language,
      text: language === 'TypeScript' ? `${send}${text}` : text,
    })),
  };
};
