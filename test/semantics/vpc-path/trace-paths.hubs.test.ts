import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import type { Leg } from '../../../src/semantics/vpc-path/leg-path.ts';
import { aHub, PEERING, spokeNetwork, withHubEndpoint } from '../../support/hub.ts';
import { allowGroup, entry, route, withAcl, withGroup, withRoutes } from '../../support/network.ts';
import { everyLeg, type Outcome, outcomes } from './outcomes.ts';

const throughHub = everyLeg('interface-endpoint');

const CASES: readonly { name: string; estate: NetworkEstate; expected: Partial<Record<Leg, Outcome>> }[] = [
  {
    name: 'a deleted endpoint',
    estate: spokeNetwork(undefined, withHubEndpoint('vpce-hubdkr', { state: 'deleted' })),
    expected: { ...throughHub, manifest: 'endpoint: endpoint-not-available' },
  },
  {
    name: 'a group that lets the hub alone in',
    estate: spokeNetwork(undefined, aHub({ securityGroups: [{ id: 'sg-hub', ingress: [], egress: [] }] })),
    expected: everyLeg('endpoint-ingress: endpoint-sg-closed'),
  },
  {
    name: 'no route back',
    estate: spokeNetwork(undefined, aHub({ routeTables: [{ id: 'rtb-hub', isMain: true, subnets: [], routes: [] }] })),
    expected: everyLeg('route: no-route-back'),
  },
  {
    name: 'a way back through another peering',
    estate: spokeNetwork(
      undefined,
      aHub({
        routeTables: [
          { id: 'rtb-hub', isMain: true, subnets: [], routes: [route('10.0.0.0/16', 'vpc-peering', 'pcx-2')] },
        ],
      }),
    ),
    expected: everyLeg('route: route-depends-on-address?'),
  },
  {
    name: 'an ACL of the hub',
    estate: spokeNetwork(
      undefined,
      aHub({ networkAcls: [{ id: 'acl-hub', subnets: ['subnet-hub'], entries: [entry(1, 'ingress', 'allow')] }] }),
    ),
    expected: everyLeg('acl-out: acl-blocks-return'),
  },
  {
    name: 'a transit gateway between: what it joins is not read',
    estate: withRoutes(spokeNetwork(), 'rtb-task', [route('10.0.0.0/8', 'transit-gateway', 'tgw-1')]),
    expected: everyLeg('route: beyond-transit?'),
  },
  {
    name: 'a peering that is gone',
    estate: withRoutes(spokeNetwork(), 'rtb-task', [
      { ...route('10.9.0.0/16', 'vpc-peering', PEERING), state: 'blackhole' },
    ]),
    expected: everyLeg('route: blackhole-route'),
  },
  {
    name: 'a hub of the same addresses',
    estate: spokeNetwork(undefined, withHubEndpoint('vpce-hubdkr', { addresses: ['10.0.9.7'] })),
    expected: { manifest: 'route: route-depends-on-address?' },
  },
  {
    name: 'a group of the task that lets out into its own VPC alone',
    estate: withGroup(spokeNetwork(), 'sg-task', { egress: [] }),
    expected: everyLeg('egress-rule: no-egress-to-endpoint'),
  },
  {
    name: 'an endpoint without an interface',
    estate: spokeNetwork(undefined, withHubEndpoint('vpce-hubdkr', { subnets: [] })),
    expected: { ...throughHub, manifest: 'endpoint-zone: endpoint-has-no-interface' },
  },
  {
    name: 'a group of the hub that names one of the task’s, which may count across a peering or not',
    estate: spokeNetwork(
      undefined,
      aHub({ securityGroups: [{ id: 'sg-hub', ingress: [allowGroup('sg-task')], egress: [] }] }),
    ),
    expected: everyLeg('endpoint-ingress: endpoint-sg-admits-some-addresses?'),
  },
  {
    name: 'an ACL of the task’s own subnet',
    estate: withAcl(spokeNetwork(), 'acl-task', [entry(1, 'ingress', 'allow')]),
    expected: everyLeg('acl-out: acl-blocks-request'),
  },
  {
    name: 'a hub that has the addresses of the task, too',
    estate: spokeNetwork(undefined, aHub({ cidrs: ['10.9.0.0/16', '10.0.0.0/16'] })),
    expected: everyLeg('route: route-depends-on-address?'),
  },
  {
    name: 'a route to the internet alone, where no private address is',
    estate: withRoutes(spokeNetwork(), 'rtb-task', [route('0.0.0.0/0', 'internet-gateway', 'igw-1')]),
    expected: everyLeg('route: no-route-to-endpoint'),
  },
  {
    name: 'a route to the internet alone, where the hub has addresses that are public elsewhere',
    estate: withRoutes(
      spokeNetwork(undefined, withHubEndpoint('vpce-hubdkr', { addresses: ['52.1.0.8'] })),
      'rtb-task',
      [route('0.0.0.0/0', 'internet-gateway', 'igw-1')],
    ),
    expected: { manifest: 'route: beyond-appliance?' },
  },
];

describe('the way to an endpoint in another VPC', () => {
  it.each(CASES)('$name', ({ estate, expected }) => {
    expect(outcomes(estate)).toMatchObject(expected);
  });
});

describe('what hands packets on to another VPC', () => {
  it.each([
    'transit-gateway',
    'virtual-private-gateway',
    'core-network',
    'network-interface',
    'instance',
    'gateway-load-balancer-endpoint',
    'other',
  ] as const)('is never called open where it is %s', (kind) => {
    const estate = withRoutes(spokeNetwork(), 'rtb-task', [route('10.9.0.0/16', kind, 'x-1')]);
    for (const outcome of Object.values(outcomes(estate))) expect(outcome).toMatch(/^route: beyond-.*\?$/);
  });

  it('is blocked all the same by a group of the hub, where addresses are kept', () => {
    const shut = aHub({ securityGroups: [{ id: 'sg-hub', ingress: [], egress: [] }] });
    const toTransit = [route('10.9.0.0/16', 'transit-gateway', 'tgw-1')];
    expect(outcomes(withRoutes(spokeNetwork(undefined, shut), 'rtb-task', toTransit))).toEqual(
      everyLeg('endpoint-ingress: endpoint-sg-closed'),
    );
    const toFirewall = [route('10.9.0.0/16', 'network-interface', 'eni-fw')];
    expect(outcomes(withRoutes(spokeNetwork(undefined, shut), 'rtb-task', toFirewall))).toEqual(
      everyLeg('route: beyond-appliance?'),
    );
  });
});
