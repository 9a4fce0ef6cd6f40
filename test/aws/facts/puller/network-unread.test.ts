import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../../src/aws/facts/index.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findNetwork, findRole } from '../../../../src/sandbox/worlds/parts/find.ts';
import { REGISTRY, STAGING, WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { allow, policy } from '../../../../src/sandbox/worlds/parts/policy.ts';
import { ownVpcIn } from '../../../../src/sandbox/worlds/parts/shared-vpc.ts';
import { listOf } from '../../../support/network.ts';
import { readFact } from '../../../support/read-fact.ts';
import { SERVICE, withEndpoints, read, PLACE } from './read-network.ts';

describe('what may not be read', () => {
  const deny =
    (action: `${string}:${string}`) =>
    (estate: Estate): void => {
      withEndpoints(estate);
      estate.deniedToReader[WORKLOAD] = [action];
    };

  it.each([
    ['ec2:DescribeVpcs', 'vpc'],
    ['ec2:DescribeVpcAttribute', 'vpc'],
    ['ec2:DescribeDhcpOptions', 'vpc'],
    ['ec2:DescribeVpcBlockPublicAccessOptions', 'vpc'],
    ['ec2:DescribeRouteTables', 'routeTables'],
    ['ec2:DescribeNetworkAcls', 'networkAcls'],
    ['ec2:DescribeSecurityGroups', 'securityGroups'],
    ['ec2:DescribeNatGateways', 'natGateways'],
    ['ec2:DescribeInternetGateways', 'internetGateways'],
    ['ec2:DescribeVpcEndpoints', 'endpoints'],
    ['ec2:DescribeNetworkInterfaces', 'endpoints'],
    ['ec2:DescribeManagedPrefixLists', 'prefixLists'],
    ['ec2:GetManagedPrefixListEntries', 'prefixLists'],
  ] as const)('by %s leaves a hole in %s, and everything else as it was', async (action, part) => {
    const whole = await read(SERVICE, withEndpoints);
    const { estate, gaps } = await read(SERVICE, deny(action));
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toMatchObject({ fact: 'network', reason: 'denied', action, ...PLACE });
    expect(JSON.stringify(estate[part])).toContain('"unknown"');
    // Groups of endpoints are only known by the endpoints that wear them.
    const holes = { [part]: null, ...(part === 'endpoints' && { securityGroups: null }) };
    expect({ ...estate, ...holes }).toEqual({ ...whole.estate, ...holes });
  });

  it('is the end when it is the subnets: nothing else says which VPC', async () => {
    expect(await readFact('network', SERVICE, deny('ec2:DescribeSubnets'))).toMatchObject({
      known: false,
      gap: { reason: 'denied', action: 'ec2:DescribeSubnets' },
    });
  });

  it('is nothing for a role that has exactly the declared actions', async () => {
    const { gaps } = await read(SERVICE, (estate) => {
      withEndpoints(estate);
      findNetwork(estate).internetGatewayBlockMode = 'block-ingress';
      const actions = [...FACTS.network.actions, ...FACTS.workload.actions];
      findRole(estate, WORKLOAD, estate.readerRole).inlinePolicies = [
        { name: 'read', document: policy(allow(actions)) },
      ];
    });
    expect(gaps).toEqual([]);
  });
});

describe('a shared VPC', () => {
  const sharedBy =
    (owner: string) =>
    (estate: Estate): void => {
      withEndpoints(estate);
      ownVpcIn(estate, owner);
    };

  it('is read through the account of its owner', async () => {
    const whole = await read(SERVICE, withEndpoints);
    const { estate, gaps } = await read(SERVICE, sharedBy(REGISTRY));
    expect(gaps).toEqual([]);
    expect(estate).toEqual({
      ...whole.estate,
      seenFrom: REGISTRY,
      vpc: { ...whole.estate.vpc, owner: REGISTRY },
      // The task's own group is of the workload's account, and that of the endpoints of the owner's.
      securityGroups: expect.arrayContaining(listOf(whole.estate.securityGroups).slice()),
    });
  });

  it('is read as far as it is seen where nobody lets us into that account, and says so', async () => {
    const { estate, gaps } = await read(SERVICE, sharedBy(STAGING));
    expect(gaps).toMatchObject([{ reason: 'account-not-configured', account: STAGING, action: null }]);
    expect(estate).toMatchObject({
      seenFrom: WORKLOAD,
      vpc: { owner: STAGING, publicAccess: 'unknown' },
      endpoints: [],
    });
  });

  it('has holes where the owner’s account denies us', async () => {
    const { estate, gaps } = await read(SERVICE, (world) => {
      sharedBy(REGISTRY)(world);
      world.deniedToReader[REGISTRY] = ['ec2:DescribeVpcEndpoints'];
    });
    expect(estate.endpoints).toBe('unknown');
    expect(gaps).toMatchObject([{ reason: 'denied', action: 'ec2:DescribeVpcEndpoints', account: REGISTRY }]);
  });
});
