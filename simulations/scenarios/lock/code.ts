import type { Scenario } from '@/lib/scenario/scenario';
import { leasedOrders } from '@/simulations/code/leased-order-service';

type Lock = 'none' | 'lease' | 'lease-fenced';

export const lockCode = (lock: Lock, record: boolean): ReturnType<Scenario['code']> =>
  leasedOrders({
    ...{ claim: lock === 'none' ? 'none' : 'lock', lease: true },
    ...{ fence: lock === 'lease-fenced', record, remark: remarkOf(lock, record) },
  });

function remarkOf(lock: Lock, record: boolean): string {
  if (!record) return 'Once it is done, nothing here says that it was.';
  if (lock === 'none') return 'Two attempts can both look before either has written.';
  return lock === 'lease'
    ? 'The lock keeps others out for as long as its lease, and not for as long as the work.'
    : 'Late comers find a newer number and stop; later ones find the record.';
}
