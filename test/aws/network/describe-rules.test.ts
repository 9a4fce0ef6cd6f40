import { describe, expect, it } from 'vitest';
import { describeAcl, describeGroup } from '../../../src/aws/network/describe-rules.ts';
import { allow, allowGroup, allowList, entry } from '../../support/network.ts';

describe('describeGroup', () => {
  it.each([
    ['out: nothing; in: nothing', { egress: [], ingress: [] }],
    [
      'out: tcp 443 to pl-1, tcp 443 to sg-2; in: tcp 1024-65535 from 10.0.0.0/8',
      { egress: [allowList('pl-1'), allowGroup('sg-2')], ingress: [allow('10.0.0.0/8', { from: 1024, to: 65_535 })] },
    ],
    [
      'out: everything to 0.0.0.0/0; in: other protocols from 0.0.0.0/0',
      {
        egress: [{ ...allow('0.0.0.0/0', 'all'), protocol: 'all' as const }],
        ingress: [{ ...allow('0.0.0.0/0', 'all'), protocol: 'other' as const }],
      },
    ],
  ])('says %s', (expected, rules) => {
    expect(describeGroup({ id: 'sg-1', ...rules })).toBe(expected);
  });

  it('counts what would be too long to read', () => {
    const egress = Array.from({ length: 8 }, (_, index) => allow(`10.${index}.0.0/16`));
    expect(describeGroup({ id: 'sg-1', egress, ingress: [] })).toMatch(/10\.5\.0\.0\/16 and 2 more; in: nothing$/);
  });
});

describe('describeAcl', () => {
  it('says entries in the order in which they count', () => {
    const entries = [
      entry(32_767, 'egress', 'deny'),
      entry(200, 'egress', 'deny'),
      entry(100, 'egress', 'allow', '10.0.0.0/8', { from: 443, to: 443 }),
    ];
    expect(describeAcl({ id: 'acl-1', subnets: [], entries })).toBe(
      'out: 100 allow tcp 443 10.0.0.0/8, 200 deny everything 0.0.0.0/0; in: nothing',
    );
  });
});
