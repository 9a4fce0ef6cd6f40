import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkEstate, Route } from '../../../src/domain/network-estate.ts';
import { publicSide, s3Side, type Side } from '../../../src/semantics/vpc-path/addresses.ts';
import { contains, parseCidr, type Cidr } from '../../../src/semantics/vpc-path/cidr.ts';
import { effectiveRouteTable, isRoutedLocally, routeChoices } from '../../../src/semantics/vpc-path/routes.ts';
import {
  anEndpoint,
  anEstate,
  anInquiry,
  route,
  S3_LIST,
  S3_ROUTE,
  s3Gateway,
  withVpc,
} from '../../support/network.ts';

const DEFAULT = route('0.0.0.0/0', 'nat-gateway', 'nat-1');
const WITH_GATEWAY = anEstate({ endpoints: [s3Gateway()] });

describe('effectiveRouteTable', () => {
  it('is the table that names the subnet, else the main one', () => {
    expect(effectiveRouteTable(anEstate(), 'subnet-task')?.id).toBe('rtb-task');
    expect(effectiveRouteTable(anEstate(), 'subnet-endpoints-a')?.id).toBe('rtb-main');
  });

  it('is null when it was not seen', () => {
    expect(effectiveRouteTable(anEstate({ routeTables: [] }), 'subnet-task')).toBeNull();
    expect(effectiveRouteTable(anEstate({ routeTables: 'unknown' }), 'subnet-task')).toBeNull();
  });
});

function choices(
  routes: readonly Route[],
  to: 's3' | 'ecr',
  estate: NetworkEstate = WITH_GATEWAY,
): readonly (string | null)[] {
  const table = { id: 'rtb', isMain: true, subnets: [], routes };
  const inquiry = anInquiry({ ...estate, routeTables: [table] });
  return routeChoices(inquiry, table, to === 's3' ? s3Side(inquiry) : publicSide('ipv4')).map(
    (choice) => choice?.target.id ?? null,
  );
}

describe('routeChoices', () => {
  it.each<[string, readonly Route[], 's3' | 'ecr', readonly (string | null)[]]>([
    ['no route', [], 'ecr', [null]],
    ['the default route', [DEFAULT], 'ecr', ['nat-1']],
    ["the VPC's own route leads to no service", [route('10.0.0.0/16', 'local', 'local')], 'ecr', [null]],
    ['private ranges lead to no service', [route('10.0.0.0/8', 'transit-gateway', 'tgw-1'), DEFAULT], 'ecr', ['nat-1']],
    ["S3's own list before the default", [DEFAULT, S3_ROUTE], 's3', ['vpce-s3']],
    ["S3's list does not lead to ECR", [S3_ROUTE], 'ecr', [null]],
    [
      'two halves make a default route',
      [route('0.0.0.0/1', 'nat-gateway', 'nat-1'), route('128.0.0.0/1', 'nat-gateway', 'nat-2')],
      'ecr',
      ['nat-1', 'nat-2'],
    ],
    ['half of the addresses only', [route('128.0.0.0/1', 'nat-gateway', 'nat-1')], 'ecr', [null, 'nat-1']],
    ['half of the addresses, where S3 is not', [route('128.0.0.0/1', 'nat-gateway', 'nat-1')], 's3', [null]],
    ['a part of S3', [DEFAULT, route('52.218.0.0/18', 'transit-gateway', 'tgw-1')], 's3', ['tgw-1', 'nat-1']],
    ['IPv6 is no matter', [route('::/0', 'egress-only-internet-gateway', 'eigw-1')], 'ecr', [null]],
  ])('%s', (_name, routes, to, expected) => {
    expect(choices(routes, to)).toEqual(expect.arrayContaining([...expected]));
    expect(choices(routes, to)).toHaveLength(expected.length);
  });

  it("a list of DynamoDB or of another Region is none of S3's", () => {
    const dynamo = anEndpoint('s3', { id: 'vpce-ddb', service: 'com.amazonaws.eu-west-1.dynamodb', type: 'gateway' });
    const abroad = anEndpoint('s3', { id: 'vpce-abroad', service: 'com.amazonaws.us-east-1.s3', type: 'gateway' });
    const destination = { kind: 'prefix-list', id: 'pl-other' } as const;
    const toDynamo: Route = { ...S3_ROUTE, destination, target: { kind: 'gateway-endpoint', id: 'vpce-ddb' } };
    const toAbroad: Route = { ...S3_ROUTE, destination, target: { kind: 'gateway-endpoint', id: 'vpce-abroad' } };
    const estate = anEstate({ endpoints: [dynamo, abroad], prefixLists: 'unknown' });
    expect(choices([DEFAULT, toDynamo, toAbroad], 's3', estate)).toEqual(['nat-1']);
  });

  it('a list that nobody could read may hold any address', () => {
    const own: Route = {
      destination: { kind: 'prefix-list', id: 'pl-own' },
      target: { kind: 'transit-gateway', id: 'tgw-1' },
      state: 'active',
    };
    expect(choices([DEFAULT, own], 'ecr', anEstate({ prefixLists: 'unknown' }))).toEqual(['tgw-1', 'nat-1']);
    const known = [{ id: 'pl-own', name: 'offices', cidrs: ['10.9.0.0/16'] }];
    expect(choices([DEFAULT, own], 'ecr', anEstate({ prefixLists: known }))).toEqual(['nat-1']);
  });

  it("S3's list is known by the endpoint that it leads to, even when no list could be read", () => {
    expect(choices([DEFAULT, S3_ROUTE], 's3', { ...WITH_GATEWAY, prefixLists: 'unknown' })).toEqual(['vpce-s3']);
    expect(choices([DEFAULT, S3_ROUTE], 's3', anEstate({ endpoints: 'unknown' }))).toEqual(['vpce-s3']);
  });

  it('no gateway endpoint leads to ECR, whatever its list', () => {
    expect(choices([DEFAULT, S3_ROUTE], 'ecr', anEstate({ endpoints: 'unknown', prefixLists: 'unknown' }))).toEqual([
      'nat-1',
    ]);
  });

  it('two narrower routes leave nothing to the default route', () => {
    const halves = [route('52.218.0.0/18', 'nat-gateway', 'nat-1'), route('52.218.64.0/18', 'nat-gateway', 'nat-2')];
    const rest = route('3.5.64.0/21', 'nat-gateway', 'nat-3');
    expect(new Set(choices([DEFAULT, ...halves, rest], 's3'))).toEqual(new Set(['nat-1', 'nat-2', 'nat-3']));
  });

  it('names every route that some address takes by the longest match', () => {
    const block = fc
      .record({ base: fc.nat(15), length: fc.integer({ min: 28, max: 32 }) })
      .map(({ base, length }) => `52.0.0.${base}/${length}`);
    const blocks = fc.uniqueArray(block, {
      maxLength: 5,
      selector: (text) => {
        const { base, length } = parseCidr(text);
        return `${base}/${length}`;
      },
    });
    fc.assert(
      fc.property(blocks, block, (destinations, to) => {
        const routes = destinations.map((cidr, index) => route(cidr, 'nat-gateway', `nat-${index}`));
        const side: Side = { addresses: [parseCidr(to)], securityGroups: [], isS3: false };
        const found = routeChoices(anInquiry(anEstate()), { id: 'rtb', isMain: true, subnets: [], routes }, side);
        const taken = Array.from({ length: 16 }, (_, index) => parseCidr(`52.0.0.${index}`))
          .filter((address) => contains(parseCidr(to), address))
          .map((address) => longestMatch(routes, address));
        expect(taken.filter((one) => !found.includes(one))).toEqual([]);
        expect(found.length === 1 ? new Set(taken) : new Set(found)).toEqual(new Set(found));
      }),
    );
  });
});

function cidrOf({ destination }: Route): Cidr {
  return parseCidr(destination.kind === 'cidr' ? destination.cidr : '');
}

function longestMatch(routes: readonly Route[], address: Cidr): Route | null {
  const matching = routes
    .filter((one) => contains(cidrOf(one), address))
    .toSorted((a, b) => cidrOf(b).length - cidrOf(a).length);
  return matching[0] ?? null;
}

describe('isRoutedLocally', () => {
  const side: Side = { addresses: [parseCidr('10.0.8.0/24')], securityGroups: [], isS3: false };
  const isLocal = (routes: readonly Route[], estate = anEstate()) =>
    isRoutedLocally(anInquiry(estate), { id: 'rtb', isMain: true, subnets: [], routes }, side);

  it.each<[string, readonly Route[], boolean]>([
    ['a default route', [DEFAULT], true],
    ['a wider route to a transit gateway', [route('10.0.0.0/8', 'transit-gateway', 'tgw-1')], true],
    ['a route to another subnet through a firewall', [route('10.0.9.0/24', 'network-interface', 'eni-1')], true],
    ['a route to this subnet through a firewall', [route('10.0.8.0/24', 'network-interface', 'eni-1')], false],
    ['the whole VPC through a firewall', [route('10.0.0.0/16', 'network-interface', 'eni-1')], false],
  ])('%s', (_name, routes, expected) => {
    expect(isLocal(routes)).toBe(expected);
  });

  it("without the VPC's blocks, only a route that no VPC could be wider than is harmless", () => {
    const estate = withVpc(anEstate(), { cidrs: 'unknown' });
    expect(isLocal([DEFAULT, route('10.0.0.0/8', 'transit-gateway', 'tgw-1')], estate)).toBe(true);
    expect(isLocal([route('10.0.0.0/16', 'network-interface', 'eni-1')], estate)).toBe(false);
  });

  it('a list that nobody could read may be a detour', () => {
    const own: Route = {
      destination: { kind: 'prefix-list', id: S3_LIST.replace('6', '7') },
      target: { kind: 'network-interface', id: 'eni-1' },
      state: 'active',
    };
    expect(isLocal([own])).toBe(false);
  });
});
