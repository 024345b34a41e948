import type { Scenario } from '@/lib/scenario/scenario';
import { withInbox, withoutInbox } from '@/simulations/code/consumer';

/** The sender’s line on top, the consumer below. */
export const codeOf = (
  id: 'per-event' | 'per-order',
  dedup: 'none' | 'inbox',
): ReturnType<Scenario['code']> => {
  const { process, samples } = dedup === 'inbox' ? withInbox : withoutInbox;
  const send = `// The shop:
await sqs.send({
  MessageBody: event,
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
