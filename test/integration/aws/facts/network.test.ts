import {
  AllocateAddressCommand,
  AssociateDhcpOptionsCommand,
  AttachInternetGatewayCommand,
  CreateDhcpOptionsCommand,
  CreateEgressOnlyInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  type CreateRouteCommandInput,
  CreateVpcPeeringConnectionCommand,
  type EC2Client,
  ModifyVpcAttributeCommand,
} from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Clients } from '../../../../src/aws/clients.ts';
import type { NetworkEstate } from '../../../../src/domain/network-estate.ts';
import { traceNetworkPaths } from '../../../../src/investigation/derived/network/network-paths.ts';
import { ownerOf, REGION, WORKLOADS } from '../accounts.ts';
import { createService, registerTask } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import {
  type BuiltVpc,
  createEndpoints,
  createRouteTable,
  createSubnet,
  createVpc,
  readDefaultVpc,
} from '../network.ts';
import { aPull, CHECKOUT, know } from '../reading.ts';

useMoto();

const service = aPull({ workload: CHECKOUT });
let owner: Clients;
let ec2: EC2Client;
let built: BuiltVpc;
let taskDefinition: string;

beforeEach(async () => {
  owner = ownerOf(WORKLOADS);
  ({ ec2 } = owner);
  built = await createVpc(owner);
  taskDefinition = await registerTask(owner, 'checkout', { images: ['nginx'] });
});

function startService(): Promise<void> {
  return createService(owner, 'checkout', taskDefinition, {
    subnets: [built.subnet],
    securityGroups: [built.taskGroup],
  });
}

async function readEstate(): Promise<NetworkEstate> {
  const [estate] = (await know('network', service)).value.estates;
  if (estate === undefined) throw new Error('there is no estate');
  return estate;
}

describe('network', () => {
  it('is all that a closed VPC holds', async () => {
    await createEndpoints(owner, built);
    await startService();
    const { subnet, vpc, routeTable, taskGroup, endpointGroup, s3List } = built;
    const https = { protocol: 'tcp', ports: { from: 443, to: 443 } };
    const endpoint = {
      type: 'interface',
      state: 'available',
      privateDnsEnabled: true,
      subnets: [subnet],
      addresses: [expect.stringMatching(/^\d+(\.\d+){3}$/)],
      securityGroups: [endpointGroup],
    };
    expect(await readEstate()).toMatchObject({
      source: { id: subnet, subnet, addresses: 'unknown', securityGroups: [taskGroup], hasPublicAddress: false },
      vpc: { id: vpc, owner: WORKLOADS, cidrs: ['10.0.0.0/16'], dnsSupport: true, dnsHostnames: true },
      subnets: [{ id: subnet, zone: `${REGION}a`, cidrs: ['10.0.1.0/24'] }],
      routeTables: expect.arrayContaining([
        expect.objectContaining({
          id: routeTable,
          isMain: false,
          subnets: [subnet],
          routes: [
            expect.objectContaining({ target: { kind: 'local', id: 'local' } }),
            {
              destination: { kind: 'prefix-list', id: s3List },
              target: { kind: 'gateway-endpoint', id: expect.stringMatching(/^vpce-/) },
              state: 'active',
            },
          ],
        }),
        expect.objectContaining({ isMain: true, subnets: [] }),
      ]),
      networkAcls: [{ subnets: [subnet] }],
      securityGroups: expect.arrayContaining([
        {
          id: taskGroup,
          ingress: [],
          egress: expect.arrayContaining([
            { ...https, peer: { kind: 'group', id: endpointGroup } },
            { ...https, peer: { kind: 'prefix-list', id: s3List } },
          ]),
        },
        {
          id: endpointGroup,
          ingress: [{ ...https, peer: { kind: 'group', id: taskGroup } }],
          egress: [{ protocol: 'all', ports: 'all', peer: { kind: 'cidr', cidr: '0.0.0.0/0' } }],
        },
      ]),
      natGateways: [],
      internetGateways: [],
      endpoints: [
        { ...endpoint, service: `com.amazonaws.${REGION}.ecr.api` },
        { ...endpoint, service: `com.amazonaws.${REGION}.ecr.dkr` },
        { service: `com.amazonaws.${REGION}.s3`, type: 'gateway', subnets: [], securityGroups: [] },
      ],
    });
  });

  // Who answers DNS is the one thing of it that moto does not tell.
  it('is read so that the way of a pull can be traced', async () => {
    await createEndpoints(owner, built);
    await startService();
    const estate = await readEstate();
    const answered: NetworkEstate = { ...estate, vpc: { ...estate.vpc, resolver: 'amazon' } };
    const [paths] = traceNetworkPaths([answered], { platform: 'fargate-1.4+', os: 'linux', roles: [] }, service);
    expect(paths?.legs.map(({ leg, verdict }) => [leg, verdict])).toEqual([
      ['token', 'reachable'],
      ['manifest', 'reachable'],
      ['layers', 'reachable'],
    ]);
  });

  it('has gaps where moto has none of it, and says so', async () => {
    await startService();
    const { value } = await know('network', service);
    expect(value.gaps).toMatchObject([
      { reason: 'unavailable', action: 'ec2:DescribeVpcBlockPublicAccessOptions', account: WORKLOADS, region: REGION },
    ]);
    expect(value.estates[0]?.vpc).toMatchObject({ publicAccess: 'unknown', privateZones: [] });
  });

  it('has every kind of way out', async () => {
    const publicSubnet = await createSubnet(owner, built.vpc, '10.0.0.0/24');
    const publicTable = await createRouteTable(owner, built.vpc, publicSubnet);
    const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
    const igw = InternetGateway?.InternetGatewayId ?? '';
    await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: igw, VpcId: built.vpc }));
    const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
    const nat = await ec2.send(new CreateNatGatewayCommand({ SubnetId: publicSubnet, AllocationId }));
    const natId = nat.NatGateway?.NatGatewayId ?? '';
    const egressOnly = await ec2.send(new CreateEgressOnlyInternetGatewayCommand({ VpcId: built.vpc }));
    const eigw = egressOnly.EgressOnlyInternetGateway?.EgressOnlyInternetGatewayId ?? '';
    const { vpc: other } = await readDefaultVpc(owner);
    const peering = await ec2.send(new CreateVpcPeeringConnectionCommand({ VpcId: built.vpc, PeerVpcId: other }));
    const pcx = peering.VpcPeeringConnection?.VpcPeeringConnectionId ?? '';
    const routes: readonly CreateRouteCommandInput[] = [
      { RouteTableId: publicTable, DestinationCidrBlock: '0.0.0.0/0', GatewayId: igw },
      { RouteTableId: built.routeTable, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: natId },
      { RouteTableId: built.routeTable, DestinationCidrBlock: '172.31.0.0/16', VpcPeeringConnectionId: pcx },
      { RouteTableId: built.routeTable, DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: eigw },
    ];
    for (const route of routes) await ec2.send(new CreateRouteCommand(route));
    await startService();

    const { routeTables, natGateways, internetGateways } = await readEstate();
    const tables = routeTables === 'unknown' ? [] : routeTables;
    const targetsIn = (id: string) =>
      tables.find((table) => table.id === id)?.routes.flatMap(({ target }) => (target.kind === 'local' ? [] : target));
    expect(targetsIn(publicTable)).toEqual([{ kind: 'internet-gateway', id: igw }]);
    expect(targetsIn(built.routeTable)).toEqual(
      expect.arrayContaining([
        { kind: 'nat-gateway', id: natId },
        { kind: 'vpc-peering', id: pcx },
        { kind: 'egress-only-internet-gateway', id: eigw },
      ]),
    );
    expect(natGateways).toEqual([{ id: natId, state: 'available', connectivity: 'public', subnet: publicSubnet }]);
    expect(internetGateways).toEqual([igw, eigw]);
  });

  it('tells DNS that is switched off', async () => {
    await ec2.send(new ModifyVpcAttributeCommand({ VpcId: built.vpc, EnableDnsSupport: { Value: false } }));
    await startService();
    expect((await readEstate()).vpc.dnsSupport).toBe(false);
  });

  // moto writes text among the items of this list, of which the SDK makes nothing.
  it('never takes a DNS server of the owner’s for Amazon’s', async () => {
    const DhcpConfigurations = [{ Key: 'domain-name-servers', Values: ['10.0.0.53'] }];
    const { DhcpOptions } = await ec2.send(new CreateDhcpOptionsCommand({ DhcpConfigurations }));
    await ec2.send(
      new AssociateDhcpOptionsCommand({ VpcId: built.vpc, DhcpOptionsId: DhcpOptions?.DhcpOptionsId ?? '' }),
    );
    await startService();
    expect(['custom', 'unknown']).toContain((await readEstate()).vpc.resolver);
  });
});
