import { aclEntry, giveOwnAcl } from '../parts/network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const aclBlocksRequest: World = networkWorld({
  id: 'acl-blocks-request',
  title: 'The network ACL lets no request out',
  breaks: 'The network ACL of the private subnets lets out HTTP only.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'acl-blocks-request' },
  change(network) {
    giveOwnAcl(network, [
      aclEntry(100, false, 'allow'),
      { ...aclEntry(100, true, 'allow'), protocol: '6', portRange: { from: 80, to: 80 } },
    ]);
  },
});
