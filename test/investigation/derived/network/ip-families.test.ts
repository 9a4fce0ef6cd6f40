import { describe, expect, it } from 'vitest';
import { ipFamilies } from '../../../../src/investigation/derived/network/ip-families.ts';
import { anEstate, withSource } from '../../../support/network.ts';

const ofSubnet = (cidrs: readonly string[]) =>
  withSource(anEstate({ subnets: [{ id: 'subnet-task', zone: 'eu-west-1a', cidrs }] }), {
    addresses: 'unknown',
    hasIpv6Address: 'unknown',
  });

describe('the addresses with which a source dials', () => {
  it.each([
    ['an ordinary name, out of a dual-stack subnet', ['10.0.1.0/24', '2001:db8::/64'], 'ordinary', ['ipv4']],
    ['a dual-stack name, out of a dual-stack subnet', ['10.0.1.0/24', '2001:db8::/64'], 'dual-stack', ['ipv4', 'ipv6']],
    ['an ordinary name, out of a subnet of IPv6 alone', ['2001:db8::/64'], 'ordinary', ['ipv6']],
    ['any name, out of a subnet that could not be read', [], 'ordinary', ['ipv4']],
  ] as const)('%s', (_when, cidrs, hostForm, expected) => {
    expect(ipFamilies(ofSubnet(cidrs), hostForm)).toEqual(expected);
  });
});
