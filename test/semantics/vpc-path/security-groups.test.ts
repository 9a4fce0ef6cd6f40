import { describe, expect, it } from 'vitest';
import type { NetworkEstate, SecurityGroupRule } from '../../../src/domain/network-estate.ts';
import { endpointSide, publicSide, s3Side } from '../../../src/semantics/vpc-path/addresses.ts';
import type { Extent } from '../../../src/semantics/vpc-path/cidr.ts';
import { admittedByGroups } from '../../../src/semantics/vpc-path/security-groups.ts';
import {
  allow,
  allowGroup,
  allowList,
  anEndpoint,
  anEstate,
  anInquiry,
  REGION,
  S3_LIST,
  withGroup,
} from '../../support/network.ts';

const S3_NAME = `com.amazonaws.${REGION}.s3`;

/** How much of S3, of ECR's public addresses and of an endpoint the rules of sg-task let the task dial. */
function reach(
  rules: readonly SecurityGroupRule[],
  changes: Partial<NetworkEstate> = {},
): Record<'s3' | 'ecr' | 'endpoint', Extent> {
  const inquiry = anInquiry(withGroup(anEstate(changes), 'sg-task', { egress: rules }));
  const extent = (side: Parameters<typeof admittedByGroups>[3]) =>
    admittedByGroups(inquiry, ['sg-task'], 'egress', side);
  return {
    s3: extent(s3Side(inquiry)),
    ecr: extent(publicSide('ipv4')),
    endpoint: extent(endpointSide(inquiry, anEndpoint('ecr.dkr'))),
  };
}

describe('admittedByGroups', () => {
  it.each<[string, readonly SecurityGroupRule[], Record<'s3' | 'ecr' | 'endpoint', Extent>]>([
    ['no rule', [], { s3: 'none', ecr: 'none', endpoint: 'none' }],
    ['everything', [allow('0.0.0.0/0')], { s3: 'all', ecr: 'all', endpoint: 'all' }],
    [
      'everything, in two halves',
      [allow('0.0.0.0/1'), allow('128.0.0.0/1')],
      { s3: 'all', ecr: 'all', endpoint: 'all' },
    ],
    ['the VPC', [allow('10.0.0.0/16')], { s3: 'none', ecr: 'none', endpoint: 'all' }],
    ["one of the endpoint's subnets", [allow('10.0.8.0/24')], { s3: 'none', ecr: 'none', endpoint: 'some' }],
    ["the endpoint's group", [allowGroup('sg-endpoints')], { s3: 'none', ecr: 'none', endpoint: 'all' }],
    ['another group', [allowGroup('sg-task')], { s3: 'none', ecr: 'none', endpoint: 'none' }],
    ["S3's list", [allowList(S3_LIST)], { s3: 'all', ecr: 'none', endpoint: 'none' }],
    [
      "S3's blocks written out",
      [allow('52.218.0.0/17'), allow('3.5.64.0/21')],
      { s3: 'all', ecr: 'some', endpoint: 'none' },
    ],
    ["one of S3's blocks", [allow('52.218.0.0/17')], { s3: 'some', ecr: 'some', endpoint: 'none' }],
    ['other public blocks', [allow('8.8.8.0/24')], { s3: 'none', ecr: 'some', endpoint: 'none' }],
    ['a list that nobody could read', [allowList('pl-own')], { s3: 'some', ecr: 'some', endpoint: 'some' }],
    ['port 80', [allow('0.0.0.0/0', { from: 80, to: 80 })], { s3: 'none', ecr: 'none', endpoint: 'none' }],
    ['a range of ports', [allow('0.0.0.0/0', { from: 1, to: 1024 })], { s3: 'all', ecr: 'all', endpoint: 'all' }],
    ['UDP', [{ ...allow('0.0.0.0/0'), protocol: 'other' }], { s3: 'none', ecr: 'none', endpoint: 'none' }],
    [
      'every protocol',
      [{ ...allow('0.0.0.0/0', { from: 0, to: 0 }), protocol: 'all' }],
      { s3: 'all', ecr: 'all', endpoint: 'all' },
    ],
    ['IPv6', [allow('::/0')], { s3: 'none', ecr: 'none', endpoint: 'none' }],
  ])('%s', (_name, rules, expected) => {
    expect(reach(rules)).toEqual(expected);
  });

  it("without S3's blocks, a narrower rule than everything proves nothing, and a private one still shuts it out", () => {
    const named = { prefixLists: [{ id: S3_LIST, name: S3_NAME, cidrs: 'unknown' as const }] };
    expect(reach([allow('52.0.0.0/8')], named).s3).toBe('some');
    expect(reach([allow('10.0.0.0/8')], named).s3).toBe('none');
    expect(reach([allow('0.0.0.0/0')], named).s3).toBe('all');
    expect(reach([allowList(S3_LIST)], named).s3).toBe('all');
  });

  it("a list of another Region's S3 or of another service is not S3's", () => {
    const lists = [
      { id: 'pl-abroad', name: 'com.amazonaws.us-east-1.s3', cidrs: 'unknown' as const },
      { id: 'pl-ddb', name: `com.amazonaws.${REGION}.dynamodb`, cidrs: 'unknown' as const },
    ];
    expect(reach([allowList('pl-abroad'), allowList('pl-ddb')], { prefixLists: lists })).toEqual({
      s3: 'none',
      ecr: 'none',
      endpoint: 'none',
    });
  });

  it('one open group is enough, and one that nobody could read leaves room', () => {
    const inquiry = anInquiry(withGroup(anEstate(), 'sg-task', { egress: [] }));
    const open = anInquiry(anEstate());
    const to = publicSide('ipv4');
    expect(admittedByGroups(inquiry, ['sg-task', 'sg-endpoints'], 'egress', to)).toBe('none');
    expect(admittedByGroups(inquiry, ['sg-task', 'sg-unread'], 'egress', to)).toBe('some');
    expect(admittedByGroups(open, ['sg-task', 'sg-unread'], 'egress', to)).toBe('all');
    expect(admittedByGroups(open, 'unknown', 'egress', to)).toBe('some');
    expect(admittedByGroups(open, [], 'egress', to)).toBe('none');
  });
});
