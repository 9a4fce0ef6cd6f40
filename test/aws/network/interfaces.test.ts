import type { NetworkInterface } from '@aws-sdk/client-ec2';
import { expect, it } from 'vitest';
import { sourceOf } from '../../../src/aws/network/interfaces.ts';

it.each<[string, NetworkInterface, object]>([
  [
    'with both kinds of address',
    {
      PrivateIpAddress: '10.20.16.77',
      Ipv6Addresses: [{ Ipv6Address: '2001:db8::1' }],
      Association: { PublicIp: '203.0.113.7' },
    },
    { addresses: ['10.20.16.77', '2001:db8::1'], hasPublicAddress: true, hasIpv6Address: true },
  ],
  [
    'with a private address alone',
    { PrivateIpAddress: '10.20.16.77', Ipv6Addresses: [] },
    { addresses: ['10.20.16.77'], hasPublicAddress: false, hasIpv6Address: false },
  ],
  [
    'with an IPv6 address alone',
    { Ipv6Addresses: [{ Ipv6Address: '2001:db8::1' }] },
    { addresses: ['2001:db8::1'], hasPublicAddress: false, hasIpv6Address: true },
  ],
])('an interface %s is a source', (_what, parts, source) => {
  const place = { NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', Groups: [{ GroupId: 'sg-1' }] };
  expect(sourceOf({ ...place, ...parts })).toEqual({
    id: 'eni-1',
    subnet: 'subnet-1',
    securityGroups: ['sg-1'],
    ...source,
  });
});
