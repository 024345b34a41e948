import { publish } from '@/simulations/actors/asking';
import { outboxRelay } from '@/simulations/actors/outbox-relay';
import type { PublishConfirmed } from '@/simulations/messages';

/** Publishes the messages that wait in an outbox, each under the id that its row has. */
export const messageRelay = outboxRelay<null, PublishConfirmed>({
  ...{ id: 'message-relay', column: 'message', passing: 'publishing', until: 'publish.confirmed' },
  passOn: (row) => publish(row, row.id ?? ''),
});
