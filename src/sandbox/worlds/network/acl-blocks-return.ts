import { aclEntry, giveOwnAcl } from '../parts/network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const aclBlocksReturn: World = networkWorld({
  id: 'acl-blocks-return',
  title: 'The network ACL lets no answer in',
  breaks: 'The network ACL of the private subnets lets in HTTPS only, and drops the answers to what the tasks ask.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'acl-blocks-return' },
  change(network) {
    giveOwnAcl(network, [
      aclEntry(100, true, 'allow'),
      { ...aclEntry(100, false, 'allow'), protocol: '6', portRange: { from: 443, to: 443 } },
    ]);
  },
});
