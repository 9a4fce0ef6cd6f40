import { useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const nameLeadsPastEndpoint: World = networkWorld({
  id: 'name-leads-past-endpoint',
  title: 'The address in the message is not the endpoint’s',
  breaks:
    'Private DNS of the endpoint is on, and yet an address was dialled that is not its own: a rule of the resolver answers first, and such rules are not read.',
  reason: manifestTimeout('10.99.0.7'),
  expect: { conclusion: 'undetermined' },
  change(network) {
    useEndpoints(network);
  },
});
