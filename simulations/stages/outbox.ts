import type { Cast } from '@/lib/engine/model';
import { mailRelay, type MailRelayInput } from '@/simulations/actors/mail-relay';
import { mails } from '@/simulations/stages/backstage';
import { reliable, server } from '@/simulations/stages/parts';

/** The process that sends what waits in the outbox of the database `orders`. */
export const RELAY = 'relay';

/** A cast with a relay between the database and a mail provider, which the API itself then knows nothing of. */
export function withMailRelay(cast: Cast, input: MailRelayInput): Cast {
  const relay = server(
    // It listens on a connection of its own: a notification dies with it.
    { id: RELAY, group: RELAY, label: 'relay', kind: 'service', connects: true },
    1,
    mailRelay,
    input,
  );
  const { process, usualTicks, latestTicks } = mails();
  const place = cast.processes.findIndex(({ id }) => id === 'orders');
  return {
    ...cast,
    processes: [...cast.processes.slice(0, place), relay, ...cast.processes.slice(place), process],
    links: [
      ...cast.links,
      reliable(RELAY, 'orders'),
      reliable(RELAY, process.id, usualTicks, latestTicks),
    ],
  };
}
