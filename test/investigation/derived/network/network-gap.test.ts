import { describe, expect, it } from 'vitest';
import { gapBehind } from '../../../../src/investigation/derived/network/network-gap.ts';
import { aGap } from '../../../support/fake-fact-source.ts';
import { natNetwork, withRoutes, withVpc } from '../../../support/network.ts';
import { OPEN_PATHS, pathsOf } from '../../../support/paths.ts';

const TABLES = aGap('network', { action: 'ec2:DescribeRouteTables' });
const ACLS = aGap('network', { action: 'ec2:DescribeNetworkAcls' });
const NATS = aGap('network', { action: 'ec2:DescribeNatGateways' });

const SHUT_OUT = aGap('network', { reason: 'account-not-configured', action: null });

const withoutAcls = { ...natNetwork(), networkAcls: 'unknown' as const };
const withoutTables = { ...natNetwork(), routeTables: 'unknown' as const };

describe('gapBehind', () => {
  it.each([
    ['the call that would settle the way', [pathsOf(withoutAcls)], [ACLS], ACLS],
    ['the one that would, not one that would not', [pathsOf(withoutTables)], [NATS, ACLS, TABLES], TABLES],
    ['the first of several', [pathsOf({ ...withoutAcls, natGateways: 'unknown' })], [NATS, ACLS], NATS],
    ['nothing when every way is open all the same', OPEN_PATHS, [ACLS, NATS], null],
    ['nothing when a way is shut all the same', [pathsOf(withRoutes(withoutAcls, 'rtb-task', []))], [ACLS], null],
    ['nothing when no call would tell', [pathsOf(withVpc(natNetwork(), { privateZones: 'unknown' }))], [ACLS], null],
    ['the account that hides the rest, before any call', [pathsOf(withoutAcls)], [ACLS, SHUT_OUT], SHUT_OUT],
    ['nothing when that account hides nothing that counts', OPEN_PATHS, [SHUT_OUT], null],
    ['nothing when nothing is missing', [pathsOf(withoutAcls)], [], null],
  ])('is %s', (_name, paths, gaps, expected) => {
    expect(gapBehind(paths, gaps)).toEqual(expected);
  });
});
