import { describe, expect, it } from 'vitest';
import { whatDiffers } from '../../../../src/investigation/derived/network/what-differs.ts';
import { anEstate } from '../../../support/network.ts';

const here = { subnet: 'subnet-task', securityGroups: ['sg-b', 'sg-a'], hasPublicAddress: false };

describe('what differs between two places', () => {
  it('is nothing at one place, in whatever order its groups are named', () => {
    expect(whatDiffers(anEstate(), here, { ...here, securityGroups: ['sg-a', 'sg-b'] })).toEqual([]);
  });

  it('is what their subnets are under, and what they wear', () => {
    const there = { subnet: 'subnet-endpoints-b', securityGroups: ['sg-c'], hasPublicAddress: true };
    expect(whatDiffers(anEstate(), here, there)).toEqual([
      { what: 'zone', here: 'eu-west-1a', there: 'eu-west-1b' },
      { what: 'route table', here: 'rtb-task', there: 'rtb-main' },
      { what: 'network ACL', here: 'acl-task', there: 'acl-endpoints' },
      { what: 'security groups', here: 'sg-a sg-b', there: 'sg-c' },
      { what: 'public address', here: 'none', there: 'one' },
    ]);
  });

  it('is never what is not known', () => {
    const there = { subnet: 'subnet-public', securityGroups: 'unknown', hasPublicAddress: 'unknown' } as const;
    const hidden = anEstate({ routeTables: 'unknown', networkAcls: 'unknown' });
    expect(whatDiffers(hidden, here, there)).toEqual([]);
  });

  it('is nothing of a subnet that is not seen: another VPC has another main table', () => {
    expect(whatDiffers(anEstate(), here, { ...here, subnet: 'subnet-elsewhere' })).toEqual([]);
  });
});
