import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  coverage,
  overlaps,
  parseCidr,
  readCidr,
  subtract,
  type Cidr,
} from '../../../src/semantics/vpc-path/cidr.ts';

describe('parseCidr', () => {
  it.each([
    ['0.0.0.0/0', 'ipv4', 0n, 0],
    ['10.0.0.0/8', 'ipv4', 0x0a000000n, 8],
    ['10.1.2.3', 'ipv4', 0x0a010203n, 32],
    ['10.1.2.3/16', 'ipv4', 0x0a010000n, 16],
    ['255.255.255.255/32', 'ipv4', 0xffffffffn, 32],
    ['::/0', 'ipv6', 0n, 0],
    ['::1', 'ipv6', 1n, 128],
    ['2001:DB8::/32', 'ipv6', 0x20010db8n << 96n, 32],
    ['1:2:3:4:5:6:7:8', 'ipv6', 0x00010002000300040005000600070008n, 128],
    ['2001:db8:0:1::/64', 'ipv6', 0x20010db800000001n << 64n, 64],
  ] as const)('reads %s', (text, family, base, length) => {
    expect(parseCidr(text)).toEqual({ family, base, length });
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/-1',
    '10.0.0.0/1e1',
    '10.0.0.0.0',
    'ten',
    '1.2.3.4x',
    ':::',
    '::1::',
    '2001:db8',
    '1:2:3:4:5:6:7:8:9',
    '::12345',
    '::/129',
    '1:2:3:4:5:6:7::8',
  ])('refuses %j', (text) => {
    expect(readCidr(text)).toBeNull();
    expect(() => parseCidr(text)).toThrow(RangeError);
  });

  it('never throws on text that may be anything', () => {
    const readAny = fc.property(fc.string(), (text) => void readCidr(text));
    expect(() => fc.assert(readAny)).not.toThrow();
  });
});

/** Blocks within 16 addresses, small enough to be counted one by one. */
const smallBlock = fc
  .record({ base: fc.nat(15), length: fc.integer({ min: 28, max: 32 }) })
  .map(({ base, length }) => parseCidr(`10.0.0.${base}/${length}`));

function addressesOf(cidr: Cidr): readonly bigint[] {
  return Array.from({ length: 2 ** (32 - cidr.length) }, (_, index) => cidr.base + BigInt(index));
}

describe('sets of addresses agree with counting', () => {
  it('contains, overlaps', () => {
    fc.assert(
      fc.property(smallBlock, smallBlock, (a, b) => {
        const inA = new Set(addressesOf(a));
        expect(contains(a, b)).toBe(addressesOf(b).every((address) => inA.has(address)));
        expect(overlaps(a, b)).toBe(addressesOf(b).some((address) => inA.has(address)));
      }),
    );
  });

  it('subtract', () => {
    fc.assert(
      fc.property(smallBlock, smallBlock, (from, taken) => {
        const gone = new Set(addressesOf(taken));
        const left = subtract(from, taken)
          .flatMap(addressesOf)
          .toSorted((a, b) => Number(a - b));
        expect(left).toEqual(addressesOf(from).filter((address) => !gone.has(address)));
      }),
    );
  });

  it('coverage', () => {
    fc.assert(
      fc.property(
        fc.array(smallBlock, { maxLength: 4 }),
        fc.array(smallBlock, { minLength: 1, maxLength: 3 }),
        (allowed, wanted) => {
          const inside = new Set(allowed.flatMap(addressesOf));
          const hits = wanted.flatMap(addressesOf).map((address) => inside.has(address));
          const counted = hits.every(Boolean) ? 'all' : hits.some(Boolean) ? 'some' : 'none';
          expect(coverage(allowed, wanted)).toBe(counted);
        },
      ),
    );
  });

  it('two halves cover the whole, and families never mix', () => {
    expect(coverage([parseCidr('0.0.0.0/1'), parseCidr('128.0.0.0/1')], [parseCidr('0.0.0.0/0')])).toBe('all');
    expect(coverage([parseCidr('::/0')], [parseCidr('10.0.0.0/8')])).toBe('none');
    expect(coverage([parseCidr('0.0.0.0/0')], [])).toBe('some');
  });
});
