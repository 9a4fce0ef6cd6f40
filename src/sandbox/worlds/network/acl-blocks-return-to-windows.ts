import { findTaskDefinition } from '../parts/find.ts';
import { aclEntry, giveOwnAcl } from '../parts/network.ts';
import { networkWorld, SERVICE, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const aclBlocksReturnToWindows: World = networkWorld({
  id: 'acl-blocks-return-to-windows',
  title: 'The network ACL knows the ports of Linux alone',
  breaks:
    'The network ACL of the private subnets lets answers back to ports 32768 to 49151, and a Windows task picks higher ones.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'acl-blocks-return' },
  change(network, estate) {
    const answers = { ...aclEntry(100, false, 'allow'), protocol: '6', portRange: { from: 32_768, to: 49_151 } };
    giveOwnAcl(network, [answers, aclEntry(100, true, 'allow')]);
    findTaskDefinition(estate, SERVICE).runtimePlatform = {
      cpuArchitecture: 'X86_64',
      operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE',
    };
  },
});
