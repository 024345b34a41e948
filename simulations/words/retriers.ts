import type { ResponseSent } from '@/simulations/messages';
import { HTTP } from '@/simulations/words/http';
import type { Words } from '@/simulations/words/words';

/** What an SDK or a browser tells its program when no answer came: that is no status of HTTP. */
const NETWORK_ERROR = 599;

/** Those who retry on their own. */
export const SILENT: Words = {
  messages: {
    'response.sent': (response: ResponseSent) =>
      response.status === NETWORK_ERROR
        ? 'error: no answer'
        : (HTTP.messages?.['response.sent']?.(response) ?? String(response.status)),
  },
  timers: { forwarding: 'no answer in time', pausing: 'tries again by itself' },
};
