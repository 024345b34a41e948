import type { Scenario } from '@/lib/scenario/scenario';
import { withInbox } from '@/simulations/code/consumer';

const KEPT = { short: '25 seconds', broker: '100 seconds', long: '5 minutes' };

/** The consumer is the same in all cases; what differs is the clean-up job beside it. */
export const codeOf = (window: keyof typeof KEPT): ReturnType<Scenario['code']> => ({
  ...withInbox,
  remark: `What is older than ${KEPT[window]} is forgotten, and would be taken for new.`,
  samples: withInbox.samples.map(({ language, text }) => ({
    language,
    text:
      language === 'SQL'
        ? `${text}\n\n-- The clean-up job, all the time:\nDELETE FROM inbox\nWHERE seen_at < now() - interval '${KEPT[window]}';`
        : text,
  })),
});
