import type { ProcessId, ProcessSpec } from '@/lib/engine/model';
import { client, type ClientInput } from '@/simulations/actors/client';
import { shopPage, type ShopPageInput } from '@/simulations/actors/shop-page';
import { clientInput } from '@/simulations/stages/http-api';

/** A page, which makes keys or keeps them, and the clients in it that carry each press of its button. */
export function pageOf(
  servers: readonly ProcessId[],
  page: Omit<ShopPageInput, 'clients'>,
  clients: readonly (Pick<ClientInput, 'path' | 'retries'> & Partial<ClientInput>)[],
): ProcessSpec {
  const names = clients.map((_, index) => `client.${index + 1}`);
  const carriers = clients.map((input, index) => ({
    id: names[index] ?? '',
    machine: client,
    input: clientInput(servers, { key: 'given', page: 'client.page', ...input }),
  }));
  return {
    ...{ id: 'client', group: 'client', label: 'page', kind: 'client', crashes: false },
    // The page comes first, so that it hears what its customer wants.
    actors: [
      { id: 'client.page', machine: shopPage, input: { ...page, clients: names } },
      ...carriers,
    ],
  };
}
