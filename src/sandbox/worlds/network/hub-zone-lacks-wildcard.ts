import { findManifestZone, useHub } from '../parts/hub.ts';

import { MANIFEST_NAME_UNKNOWN, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const hubZoneLacksWildcard: World = networkWorld({
  id: 'hub-zone-lacks-wildcard',
  title: 'The zone of the hub has no wildcard',
  breaks:
    'The private hosted zone of ecr.dkr has a record for its own name and none for the registries below it, so their names do not exist in the VPC.',
  reason: MANIFEST_NAME_UNKNOWN,
  expect: { conclusion: 'explained', cause: 'private-dns-off', answer: 'private-zone-lacks-name' },
  change(_network, estate) {
    useHub(estate);
    findManifestZone(estate).recordSets.pop();
  },
});
