import type { NetworkEstate, SecurityGroupRule, VpcEndpoint } from '../../aws/estate.ts';
import { HOME } from './names.ts';
import { GATEWAY, PRIVATE_ROUTES, PRIVATE_SUBNETS, S3_LIST, TASK_GROUP, VPC } from './network.ts';
import { policy } from './policy.ts';

export const ENDPOINT_GROUP = 'sg-0cc0000000000b001';
export const TOKEN_ENDPOINT = 'vpce-0f10000000000a001';
export const MANIFEST_ENDPOINT = 'vpce-0f10000000000b001';
export const LAYERS_ENDPOINT = 'vpce-0f10000000000c001';

const FULL_ACCESS = policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });

/** Takes away NAT, and gives the private subnets an endpoint for each service of a pull and no rule more than they need. */
export function useEndpoints(network: NetworkEstate): void {
  removeNat(network);
  network.vpcEndpoints = [
    interfaceEndpoint(TOKEN_ENDPOINT, 'ecr.api', 'a'),
    interfaceEndpoint(MANIFEST_ENDPOINT, 'ecr.dkr', 'b'),
    { ...endpoint(LAYERS_ENDPOINT, 's3'), vpcEndpointType: 'Gateway', routeTableIds: [PRIVATE_ROUTES] },
  ];
  network.networkInterfaces = network.vpcEndpoints.flatMap((each) =>
    each.networkInterfaceIds.map((networkInterfaceId, index) => ({
      networkInterfaceId,
      vpcId: VPC,
      subnetId: each.subnetIds[index] ?? '',
      // 10.20.16.0/20 and 10.20.32.0/20: the private subnets.
      privateIpAddress: `10.20.${index === 0 ? 16 : 32}.${each.vpcEndpointId === TOKEN_ENDPOINT ? 10 : 11}`,
      securityGroupIds: each.securityGroupIds,
      interfaceType: 'vpc_endpoint',
      description: `VPC Endpoint Interface ${each.vpcEndpointId}`,
    })),
  );
  findTable(network, PRIVATE_ROUTES).routes.push(S3_ROUTE);
  network.securityGroups.push({
    groupId: ENDPOINT_GROUP,
    groupName: 'shop-endpoints',
    description: 'Endpoints of the shop',
    vpcId: VPC,
    ingress: [{ ...HTTPS, securityGroupIds: [TASK_GROUP] }],
    egress: [],
  });
  findGroup(network, TASK_GROUP).egress = [
    { ...HTTPS, securityGroupIds: [ENDPOINT_GROUP] },
    { ...HTTPS, prefixListIds: [S3_LIST] },
  ];
}

/** Takes away NAT, and lets the private subnets lead straight to the internet gateway. */
export function useInternetGateway(network: NetworkEstate): void {
  removeNat(network);
  findTable(network, PRIVATE_ROUTES).routes.push({
    destinationCidrBlock: '0.0.0.0/0',
    gatewayId: GATEWAY,
    state: 'active',
  });
}

export function removeNat(network: NetworkEstate): void {
  network.natGateways = [];
  for (const table of network.routeTables) {
    table.routes = table.routes.filter(({ natGatewayId }) => natGatewayId === undefined);
  }
}

export const HTTPS: SecurityGroupRule = {
  protocol: 'tcp',
  fromPort: 443,
  toPort: 443,
  cidrs: [],
  securityGroupIds: [],
  prefixListIds: [],
};

export const S3_ROUTE = { destinationPrefixListId: S3_LIST, gatewayId: LAYERS_ENDPOINT, state: 'active' } as const;

function endpoint(vpcEndpointId: string, service: string): VpcEndpoint {
  return {
    vpcEndpointId,
    vpcEndpointType: 'Interface',
    vpcId: VPC,
    serviceName: `com.amazonaws.${HOME}.${service}`,
    state: 'available',
    policyDocument: FULL_ACCESS,
    routeTableIds: [],
    subnetIds: [],
    securityGroupIds: [],
    networkInterfaceIds: [],
    privateDnsEnabled: false,
  };
}

function interfaceEndpoint(id: string, service: string, letter: string): VpcEndpoint {
  return {
    ...endpoint(id, service),
    subnetIds: [...PRIVATE_SUBNETS],
    securityGroupIds: [ENDPOINT_GROUP],
    networkInterfaceIds: [`eni-0f20000000000${letter}001`, `eni-0f20000000000${letter}002`],
    privateDnsEnabled: true,
  };
}

export function findTable({ routeTables }: NetworkEstate, id: string): NetworkEstate['routeTables'][number] {
  return found(
    routeTables.find(({ routeTableId }) => routeTableId === id),
    id,
  );
}

export function findGroup({ securityGroups }: NetworkEstate, id: string): NetworkEstate['securityGroups'][number] {
  return found(
    securityGroups.find(({ groupId }) => groupId === id),
    id,
  );
}

export function findEndpoint({ vpcEndpoints }: NetworkEstate, id: string): VpcEndpoint {
  return found(
    vpcEndpoints.find(({ vpcEndpointId }) => vpcEndpointId === id),
    id,
  );
}

function found<Entry>(entry: Entry | undefined, id: string): Entry {
  if (entry === undefined) throw new Error(`The network has no ${id}.`);
  return entry;
}
