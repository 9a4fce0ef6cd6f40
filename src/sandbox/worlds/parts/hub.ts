import type { Estate, HostedZone, NetworkEstate, VpcEndpoint } from '../../aws/estate.ts';
import { findAccount, findNetwork } from './find.ts';
import { HOME, REGISTRY } from './names.ts';
import { network as anotherNetwork, PRIVATE_ROUTES, PRIVATE_SUBNETS, PUBLIC_ROUTES, VPC } from './network.ts';
import { findTable, HTTPS, removeNat, useEndpoints } from './private-network.ts';

const HUB = 'vpc-0a00000000000b001';
const PEERING = 'pcx-0ac0000000000a001';
const HUB_BLOCK = '10.99.0.0/16';
const SPOKE_BLOCK = '10.20.0.0/16';
const SERVICES = ['ecr.api', 'ecr.dkr', 's3'] as const;

export const HUB_MANIFEST_ENDPOINT = 'vpce-0f30000000000b001';

/**
 * Takes away every way out of the tasks' VPC but a peering with a hub in the registry account, which has an endpoint for
 * each service of a pull, and private hosted zones that lead their names there.
 */
export function useHub(estate: Estate): void {
  const spoke = findNetwork(estate);
  removeNat(spoke);
  findTable(spoke, PRIVATE_ROUTES).routes.push(peered(HUB_BLOCK));
  const registry = findAccount(estate, REGISTRY);
  registry.networks[HOME] = hubNetwork(estate);
  registry.hostedZones = SERVICES.map(zoneOf);
}

/** The zone that leads to the endpoint of ecr.dkr. */
export function findManifestZone(estate: Estate): HostedZone {
  const zone = findAccount(estate, REGISTRY).hostedZones?.[1];
  if (zone === undefined) throw new Error('The hub has no zone for manifests.');
  return zone;
}

export function findHub(estate: Estate): NetworkEstate {
  const hub = findAccount(estate, REGISTRY).networks[HOME];
  if (hub === undefined) throw new Error('The registry account has no hub.');
  return hub;
}

/** Lets another account own the zones. */
export function ownZonesIn(estate: Estate, account: string): void {
  findAccount(estate, account).hostedZones = findAccount(estate, REGISTRY).hostedZones ?? [];
  findAccount(estate, REGISTRY).hostedZones = [];
}

const peered = (destinationCidrBlock: string) =>
  ({ destinationCidrBlock, vpcPeeringConnectionId: PEERING, state: 'active' }) as const;

/** The shape of the tasks' network, at other addresses. */
function hubNetwork({ now }: Estate): NetworkEstate {
  const shape = anotherNetwork(now);
  useEndpoints(shape);
  const [model] = shape.vpcEndpoints;
  if (model === undefined) throw new Error('A private network has endpoints.');
  const moved = structuredClone(shape);
  moved.vpcs = shape.vpcs.map((vpc) => ({ ...vpc, vpcId: HUB, cidrBlock: HUB_BLOCK }));
  moved.subnets = shape.subnets.map((subnet) => ({ ...subnet, vpcId: HUB, cidrBlock: there(subnet.cidrBlock) }));
  for (const each of [...moved.routeTables, ...moved.securityGroups, ...moved.networkAcls]) each.vpcId = HUB;
  const [subnetId] = PRIVATE_SUBNETS;
  moved.vpcEndpoints = SERVICES.map((service, at) => hubEndpoint({ ...model, vpcId: HUB }, service, at));
  moved.networkInterfaces = moved.vpcEndpoints.map(({ networkInterfaceIds, securityGroupIds }, at) => ({
    networkInterfaceId: networkInterfaceIds[0] ?? '',
    vpcId: HUB,
    subnetId,
    privateIpAddress: `10.99.16.${10 + at}`,
    securityGroupIds,
    interfaceType: 'vpc_endpoint',
    description: 'Endpoint of the hub',
  }));
  for (const id of [PRIVATE_ROUTES, PUBLIC_ROUTES]) findTable(moved, id).routes = [];
  findTable(moved, PRIVATE_ROUTES).routes = [peered(SPOKE_BLOCK)];
  for (const group of moved.securityGroups) group.ingress = [{ ...HTTPS, cidrs: [SPOKE_BLOCK] }];
  return moved;
}

const there = (block: string): string => block.replace(/^10\.20\./, '10.99.');

function hubEndpoint(model: VpcEndpoint, service: string, at: number): VpcEndpoint {
  const letter = 'abc'[at] ?? '';
  return {
    ...model,
    vpcEndpointId: `vpce-0f30000000000${letter}001`,
    serviceName: `com.amazonaws.${HOME}.${service}`,
    subnetIds: [PRIVATE_SUBNETS[0]],
    networkInterfaceIds: [`eni-0f40000000000${letter}001`],
    privateDnsEnabled: false,
  };
}

function zoneOf(service: (typeof SERVICES)[number], at: number): HostedZone {
  const letter = 'abc'[at] ?? '';
  const host = service === 's3' ? `s3.${HOME}` : `${service === 'ecr.api' ? 'api.ecr' : 'dkr.ecr'}.${HOME}`;
  const zone = `${host}.amazonaws.com.`;
  const alias = `vpce-0f30000000000${letter}001-abcd1234.${host}.vpce.amazonaws.com.`;
  const names = service === 'ecr.api' ? [zone] : [zone, `*.${zone}`];
  return {
    id: `Z0HUB0000000${letter.toUpperCase()}`,
    name: zone,
    vpcs: [{ vpcId: VPC, region: HOME }],
    recordSets: names.map((name) => ({ name, type: 'A', values: [], alias })),
  };
}
