import type { WebhookSent } from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

/** Who tells of events, and who is told. After `HTTP`: what a customer does is seen as an event. */
export const WEBHOOKS: Words = {
  messages: {
    'purchase.wanted': () => 'it happens',
    'webhook.sent': ({ event, webhook, attempt }: WebhookSent) =>
      `${event}, ${webhook}${attempt > 1 ? ', again' : ''}`,
    'webhook.answered': () => '200 OK',
  },
  replies: ['webhook.answered'],
  facts: {
    'event.applied': { once: 'the event is applied', again: 'applied again' },
    'event.overwritten': { once: 'an older state writes over it' },
    'webhook.settled': { once: 'delivered: the platform is done with it' },
  },
  timers: { delivering: 'no answer in time', pausing: 'delivers again' },
};
