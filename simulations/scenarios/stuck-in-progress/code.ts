import type { Scenario } from '@/lib/scenario/scenario';
import { leasedOrders } from '@/simulations/code/leased-order-service';

export const stuckInProgressCode = (lease: boolean, fence: boolean): ReturnType<Scenario['code']> =>
  leasedOrders({ claim: 'memory', lease, fence, record: fence, remark: remarkOf(lease, fence) });

function remarkOf(lease: boolean, fence: boolean): string {
  if (!lease)
    return 'The claim has no end of its own. Only the line that saves the answer ends it.';
  return fence
    ? 'The number stops who was overtaken: 0 rows. The record, written with the order, stops who takes over when it is made.'
    : 'Nothing tells a worker whose lease is over that somebody else is at work.';
}
