import { describe, expect, it } from 'vitest';
import type { Endpoint, NetworkEstate } from '../../../src/domain/network-estate.ts';
import {
  endpointSide,
  isPrivateAddress,
  publicSide,
  s3Side,
  sourceSide,
} from '../../../src/semantics/vpc-path/addresses.ts';
import { coverage, parseCidr, type Cidr } from '../../../src/semantics/vpc-path/cidr.ts';
import { anEndpoint, anEstate, anInquiry, withSource, withVpc } from '../../support/network.ts';

function endpointAt(changes: Partial<Endpoint>, estate: NetworkEstate = anEstate()): readonly Cidr[] {
  return endpointSide(anInquiry(estate), anEndpoint('ecr.dkr', changes)).addresses;
}

describe('endpointSide', () => {
  const addresses = ['10.0.8.7', '10.0.9.7'];

  it('is as narrow as what is known', () => {
    expect(endpointAt({ addresses })).toEqual(addresses.map(parseCidr));
    expect(endpointAt({ addresses: ['10.0.8.7'] })).toEqual([parseCidr('10.0.8.7'), parseCidr('10.0.9.0/24')]);
    expect(endpointAt({})).toEqual([parseCidr('10.0.8.0/24'), parseCidr('10.0.9.0/24')]);
    expect(endpointAt({ subnets: 'unknown', addresses })).toEqual(addresses.map(parseCidr));
    expect(endpointAt({ subnets: 'unknown' })).toEqual([parseCidr('10.0.0.0/16')]);
    expect(endpointAt({ subnets: 'unknown' }, withVpc(anEstate(), { cidrs: 'unknown' }))).toEqual([
      parseCidr('0.0.0.0/0'),
    ]);
  });
});

describe('sourceSide', () => {
  it('is the interface, else its subnet', () => {
    expect(sourceSide(anInquiry(anEstate())).addresses).toEqual([parseCidr('10.0.1.10')]);
    const gone = anInquiry(withSource(anEstate(), { addresses: 'unknown' }));
    expect(sourceSide(gone).addresses).toEqual([parseCidr('10.0.1.0/24')]);
  });
});

describe('public sides', () => {
  it('S3 is its list when that could be read, else any public address', () => {
    expect(s3Side(anInquiry(anEstate())).addresses).toEqual([parseCidr('52.218.0.0/17'), parseCidr('3.5.64.0/21')]);
    expect(s3Side(anInquiry(anEstate({ prefixLists: 'unknown' }))).addresses).toEqual(publicSide('ipv4').addresses);
  });

  it('hold no private address', () => {
    const { addresses } = publicSide('ipv4');
    for (const cidr of ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']) {
      expect(coverage([parseCidr(cidr)], addresses)).toBe('none');
    }
    expect(coverage([parseCidr('0.0.0.0/0')], addresses)).toBe('all');
  });
});

describe('isPrivateAddress', () => {
  it.each([
    ['10.1.2.3', true],
    ['172.31.0.1', true],
    ['100.64.0.1', true],
    ['52.219.41.3', false],
    ['172.32.0.1', false],
    ['fd00::1', true],
    ['2600:1f00::1', false],
  ])('%s', (address, expected) => {
    expect(isPrivateAddress(address, anEstate())).toBe(expected);
  });

  it('counts the odd ranges of this VPC', () => {
    expect(isPrivateAddress('11.0.0.1', withVpc(anEstate(), { cidrs: ['11.0.0.0/16'] }))).toBe(true);
    expect(isPrivateAddress('11.0.0.1', anEstate())).toBe(false);
  });
});
