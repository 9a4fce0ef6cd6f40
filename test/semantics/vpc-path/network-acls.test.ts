import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkAclEntry } from '../../../src/domain/network-estate.ts';
import { contains, parseCidr, type Extent } from '../../../src/semantics/vpc-path/cidr.ts';
import { aclOfSubnet, admittedByAcl, clientPorts, HTTPS_PORTS } from '../../../src/semantics/vpc-path/network-acls.ts';
import { anEstate, anInquiry, entry, natNetwork, OPEN_ACL } from '../../support/network.ts';

const EVERYWHERE = [parseCidr('0.0.0.0/0')];
const HTTPS_IN = entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 443, to: 443 });

function answers(entries: readonly NetworkAclEntry[], os: 'linux' | 'windows' | 'unknown' = 'linux'): Extent {
  return admittedByAcl(
    { id: 'acl', subnets: [], entries },
    'ingress',
    EVERYWHERE,
    clientPorts(anInquiry(natNetwork(), { os })),
  );
}

describe('admittedByAcl', () => {
  it.each<[string, readonly NetworkAclEntry[], Extent]>([
    ['nothing is allowed', [], 'none'],
    ['everything is', OPEN_ACL, 'all'],
    ['only the other direction is', [entry(100, 'egress', 'allow')], 'none'],
    ['only requests are', [HTTPS_IN], 'none'],
    [
      'a range holds every port of Linux',
      [entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 1024, to: 65_535 })],
      'all',
    ],
    ['a range holds just those', [entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 32_768, to: 60_999 })], 'all'],
    [
      'a range holds the ports of Windows',
      [entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 49_152, to: 65_535 })],
      'some',
    ],
    [
      'the lower number wins, whatever the order',
      [entry(200, 'ingress', 'deny'), entry(100, 'ingress', 'allow')],
      'all',
    ],
    ['a deny before it wins', [entry(100, 'ingress', 'allow'), entry(50, 'ingress', 'deny')], 'none'],
    [
      'a deny takes some addresses away',
      [entry(100, 'ingress', 'allow'), entry(50, 'ingress', 'deny', '52.0.0.0/8')],
      'some',
    ],
    [
      'two entries share the ports',
      [
        entry(1, 'ingress', 'allow', '0.0.0.0/0', { from: 1024, to: 40_000 }),
        entry(2, 'ingress', 'allow', '0.0.0.0/0', { from: 40_001, to: 65_535 }),
      ],
      'all',
    ],
    ['UDP is not TCP', [{ ...entry(100, 'ingress', 'allow'), protocol: 'other' }], 'none'],
    ['a deny of UDP is no matter', [{ ...entry(1, 'ingress', 'deny'), protocol: 'other' }, ...OPEN_ACL], 'all'],
    ['ports are no matter when every protocol is meant', [{ ...HTTPS_IN, protocol: 'all' }], 'all'],
  ])('%s', (_name, entries, expected) => {
    expect(answers(entries)).toBe(expected);
  });

  it('Windows picks other ports, and not knowing means both', () => {
    const windows = [entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 49_152, to: 65_535 })];
    const linux = [entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 32_768, to: 60_999 })];
    const either = [entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 32_768, to: 65_535 })];
    expect([answers(windows, 'windows'), answers(linux, 'windows')]).toEqual(['all', 'some']);
    expect([answers(windows, 'unknown'), answers(linux, 'unknown'), answers(either, 'unknown')]).toEqual([
      'some',
      'some',
      'all',
    ]);
  });

  it('an ACL that could not be read admits some', () => {
    expect(admittedByAcl(null, 'egress', EVERYWHERE, HTTPS_PORTS)).toBe('some');
  });

  it('agrees with trying each packet', () => {
    const block = fc
      .record({ base: fc.nat(7), length: fc.integer({ min: 29, max: 32 }) })
      .map(({ base, length }) => `10.0.0.${base}/${length}`);
    const range = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(5))
      .map(([from, more]) => ({ from, to: from + more }));
    const rule = fc
      .record({ number: fc.nat(9), action: fc.constantFrom('allow', 'deny'), cidr: block, ports: range })
      .map(({ number, action, cidr, ports }) => entry(number, 'ingress', action, cidr, ports));
    const rules = fc.uniqueArray(rule, { maxLength: 5, selector: ({ number }) => number });
    fc.assert(
      fc.property(rules, block, range, (entries, cidr, ports) => {
        const admitted = admittedByAcl({ id: 'acl', subnets: [], entries }, 'ingress', [parseCidr(cidr)], ports);
        expect(admitted).toBe(triedOneByOne(entries, cidr, ports));
      }),
    );
  });
});

function triedOneByOne(entries: readonly NetworkAclEntry[], cidr: string, ports: { from: number; to: number }): Extent {
  const addresses = Array.from({ length: 8 }, (_, index) => parseCidr(`10.0.0.${index}`)).filter((address) =>
    contains(parseCidr(cidr), address),
  );
  const tried = addresses.flatMap((address) =>
    Array.from({ length: ports.to - ports.from + 1 }, (_, index) => ports.from + index).map((port) => {
      const first = entries
        .toSorted((a, b) => a.number - b.number)
        .find(
          (one) =>
            contains(parseCidr(one.cidr), address) &&
            one.ports !== 'all' &&
            one.ports.from <= port &&
            port <= one.ports.to,
        );
      return first?.action === 'allow';
    }),
  );
  if (tried.every(Boolean)) return 'all';
  return tried.some(Boolean) ? 'some' : 'none';
}

describe('aclOfSubnet', () => {
  it('is the one that names the subnet, and null when none is seen', () => {
    expect(aclOfSubnet(anEstate(), 'subnet-endpoints-b')?.id).toBe('acl-endpoints');
    expect(aclOfSubnet(anEstate(), 'subnet-elsewhere')).toBeNull();
    expect(aclOfSubnet(anEstate({ networkAcls: 'unknown' }), 'subnet-task')).toBeNull();
  });
});
