import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import type { Leg } from '../../../src/semantics/vpc-path/leg-path.ts';
import { aHub, alias, aZone, LAYERS_ZONE, MANIFEST_ZONE, spokeNetwork, TOKEN_ZONE } from '../../support/hub.ts';
import {
  anEndpoint,
  aQuery,
  endpointsNetwork,
  ipv6Network,
  natNetwork,
  route,
  withRoutes,
  withVpc,
} from '../../support/network.ts';
import { everyLeg, type Outcome, outcomes } from './outcomes.ts';

const DKR = 'dkr.ecr.eu-west-1.amazonaws.com';
const HOST = `123456789012.${DKR}`;
const dkrZone = (...records: Parameters<typeof aZone>[1] & object) => aZone(DKR, records);
const withManifestZone = (zone = MANIFEST_ZONE) => spokeNetwork([TOKEN_ZONE, zone, LAYERS_ZONE]);
const throughHub = everyLeg('interface-endpoint');

const CASES: readonly { name: string; estate: NetworkEstate; expected: Partial<Record<Leg, Outcome>> }[] = [
  { name: 'zones that lead to a hub behind a peering', estate: spokeNetwork(), expected: throughHub },
  {
    name: 'NAT, past which a zone leads: nothing of it is public any more',
    estate: withRoutes(spokeNetwork(), 'rtb-task', [route('0.0.0.0/0', 'nat-gateway', 'nat-1')]),
    expected: everyLeg('route: no-route-to-endpoint'),
  },
  {
    name: 'no record of the registry',
    estate: withManifestZone(dkrZone(alias(`210987654321.${DKR}`, 'vpce-hubdkr'))),
    expected: { ...throughHub, manifest: 'private-dns: private-zone-lacks-name' },
  },
  {
    name: 'a record at the top alone',
    estate: withManifestZone(dkrZone(alias(DKR, 'vpce-hubdkr'))),
    expected: { manifest: 'private-dns: private-zone-lacks-name' },
  },
  {
    name: 'a record of the registry alone',
    estate: withManifestZone(dkrZone(alias(HOST, 'vpce-hubdkr'))),
    expected: throughHub,
  },
  {
    name: 'a name that exists with another type, so that the wildcard does not count',
    estate: withManifestZone(
      dkrZone(alias(`*.${DKR}`, 'vpce-hubdkr'), { name: HOST, type: 'other', values: ['x'], alias: null }),
    ),
    expected: { manifest: 'private-dns: private-zone-lacks-name' },
  },
  {
    name: 'addresses of the endpoint',
    estate: withManifestZone(dkrZone({ name: `*.${DKR}`, type: 'A', values: ['10.9.1.8'], alias: null })),
    expected: throughHub,
  },
  {
    name: 'addresses that endpoints of two VPCs have',
    estate: {
      ...withManifestZone(dkrZone({ name: `*.${DKR}`, type: 'A', values: ['10.9.1.8'], alias: null })),
      distantVpcs: [aHub(), aHub({ id: 'vpc-hub-2' })],
    },
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'addresses of nobody that was seen',
    estate: withManifestZone(dkrZone({ name: `*.${DKR}`, type: 'A', values: ['10.9.1.99'], alias: null })),
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'one of two answers, by a routing policy',
    estate: withManifestZone(dkrZone(alias(`*.${DKR}`, 'vpce-hubdkr'), alias(`*.${DKR}`, 'vpce-other'))),
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'a CNAME and an alias of another record of the zone',
    estate: withManifestZone(
      dkrZone(
        { name: `*.${DKR}`, type: 'CNAME', values: [`all.${DKR}`], alias: null },
        alias(`all.${DKR}`, 'vpce-hubdkr'),
      ),
    ),
    expected: throughHub,
  },
  {
    name: 'a delegated part',
    estate: withManifestZone(dkrZone({ name: HOST, type: 'NS', values: ['ns.example.'], alias: null })),
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'an endpoint of another service',
    estate: withManifestZone(dkrZone(alias(`*.${DKR}`, 'vpce-hubapi'))),
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'an endpoint that nobody saw',
    estate: withManifestZone(dkrZone(alias(`*.${DKR}`, 'vpce-0gone'))),
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'an unread zone',
    estate: withManifestZone(aZone(DKR, 'unknown')),
    expected: { ...throughHub, manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'an unread zone, where NAT would lead to the public name',
    estate: withVpc(natNetwork(), { privateZones: [aZone(DKR, 'unknown')] }),
    expected: { token: 'nat-gateway', manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'a zone that the endpoint of the VPC goes before, as the more specific',
    estate: withVpc(endpointsNetwork(), { privateZones: [aZone('amazonaws.com', [])] }),
    expected: { token: 'interface-endpoint', manifest: 'interface-endpoint' },
  },
  {
    name: 'a zone that goes before the endpoint of the VPC',
    estate: withVpc(endpointsNetwork(), { privateZones: [aZone(HOST, [])] }),
    expected: { token: 'interface-endpoint', manifest: 'private-dns: private-zone-lacks-name' },
  },
  {
    name: 'an endpoint of the VPC itself without private DNS',
    estate: withVpc(
      { ...endpointsNetwork(), endpoints: [anEndpoint('ecr.dkr', { id: 'vpce-hubdkr', privateDnsEnabled: false })] },
      { privateZones: [MANIFEST_ZONE] },
    ),
    expected: { manifest: 'interface-endpoint' },
  },
  {
    name: 'two zones, of which the more specific answers though it has no record',
    estate: spokeNetwork([TOKEN_ZONE, MANIFEST_ZONE, aZone(HOST, []), LAYERS_ZONE]),
    expected: { ...throughHub, manifest: 'private-dns: private-zone-lacks-name' },
  },
  {
    name: 'two zones, in whatever order they are listed',
    estate: spokeNetwork([aZone('amazonaws.com', []), TOKEN_ZONE, MANIFEST_ZONE, LAYERS_ZONE]),
    expected: throughHub,
  },
  {
    name: 'a CNAME to a name for which a more specific zone answers',
    estate: spokeNetwork([
      dkrZone(
        { name: `*.${DKR}`, type: 'CNAME', values: [`a.b.${DKR}`], alias: null },
        alias(`a.b.${DKR}`, 'vpce-hubdkr'),
      ),
      aZone(`b.${DKR}`, []),
    ]),
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'zones without the DNS attribute that they need',
    estate: withVpc(spokeNetwork(), { dnsHostnames: false }),
    expected: everyLeg('private-dns: private-zone-shadows-name?'),
  },
];

describe('private hosted zones of the owner', () => {
  it.each(CASES)('$name', ({ estate, expected }) => {
    expect(outcomes(estate)).toMatchObject(expected);
  });
});

describe('the address that was dialled, beside a zone', () => {
  const dialled = (address: string) => aQuery({ dialled: { leg: 'manifest', address } });

  it.each([
    ['is the endpoint of the zone', '10.9.1.8', 'interface-endpoint'],
    ['is another private one', '10.9.1.9', 'private-dns: private-zone-shadows-name?'],
    ['is public', '52.94.5.20', 'private-dns: private-zone-shadows-name?'],
  ])('%s', (_when, address, outcome) => {
    expect(outcomes(spokeNetwork(), dialled(address)).manifest).toBe(outcome);
  });

  it('disproves that the zone had no record', () => {
    const estate = withManifestZone(dkrZone());
    expect(outcomes(estate, dialled('10.9.1.8')).manifest).toBe('private-dns: private-zone-shadows-name?');
  });
});

describe('a source without IPv4', () => {
  it('does not know where an ordinary name leads: it has no address of IPv6', () => {
    expect(outcomes(ipv6Network(), aQuery({ ipFamily: 'ipv6' }))).toEqual(
      everyLeg('private-dns: name-has-no-ipv6-address?'),
    );
  });
});
