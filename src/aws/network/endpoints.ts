import { paginateDescribeNetworkInterfaces, paginateDescribeVpcEndpoints, type VpcEndpoint } from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { Endpoint, EndpointState, OrUnknown } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { inVpc, type Part, readPart } from './part.ts';

/** The services that a pull asks: only of their endpoints do the addresses matter. */
const PULL_SERVICE = /\.(ecr\.api|ecr\.dkr|s3)$/;

const STATES: readonly string[] = [
  'available',
  'pendingacceptance',
  'pending',
  'partial',
  'deleting',
  'deleted',
  'rejected',
  'expired',
  'failed',
] satisfies EndpointState[];

/** Every interface and gateway endpoint of the VPC. */
export async function readEndpoints(reader: Reader, place: Place, vpc: string): Promise<Part<readonly Endpoint[]>> {
  const described = await readPart(async () => {
    const { output, says } = await reader.ask(place, 'ec2:DescribeVpcEndpoints', ({ ec2 }) =>
      everyItem(
        paginateDescribeVpcEndpoints({ client: ec2 }, { Filters: inVpc(vpc) }),
        ({ VpcEndpoints }) => VpcEndpoints,
      ),
    );
    const found = output ?? [];
    const telling = found.filter(({ ServiceName = '' }) => PULL_SERVICE.test(ServiceName));
    const evidence = telling.map((endpoint) => says(endpoint.VpcEndpointId ?? '', describe(endpoint)));
    return { value: found, evidence: evidence.length > 0 ? evidence : [says(vpc, 'no endpoint of ECR or S3')] };
  });
  if (described.value === 'unknown') return { ...described, value: 'unknown' };
  const found = described.value;
  const addresses = await readPart(() => readAddresses(reader, place, found));
  return {
    value: found.flatMap((endpoint) => endpointOf(endpoint, addresses.value)),
    evidence: described.evidence,
    gaps: addresses.gaps,
  };
}

/** Private addresses by the id of the interface that has them. */
type Addresses = ReadonlyMap<string, string>;

async function readAddresses(reader: Reader, place: Place, endpoints: readonly VpcEndpoint[]) {
  const ids = endpoints
    .filter(
      ({ ServiceName = '', VpcEndpointType }) => VpcEndpointType === 'Interface' && PULL_SERVICE.test(ServiceName),
    )
    .flatMap(({ NetworkInterfaceIds = [] }) => NetworkInterfaceIds);
  if (ids.length === 0) return { value: new Map<string, string>(), evidence: [] };
  const { output } = await reader.ask(place, 'ec2:DescribeNetworkInterfaces', ({ ec2 }) =>
    everyItem(
      paginateDescribeNetworkInterfaces({ client: ec2 }, { Filters: [{ Name: 'network-interface-id', Values: ids }] }),
      (page) => page.NetworkInterfaces,
    ),
  );
  const pairs = (output ?? []).flatMap(({ NetworkInterfaceId, PrivateIpAddress }) =>
    NetworkInterfaceId === undefined || PrivateIpAddress === undefined
      ? []
      : [[NetworkInterfaceId, PrivateIpAddress] as const],
  );
  return { value: new Map(pairs), evidence: [] };
}

/** An endpoint of EC2 in our own words; none for the types that no pull can use. */
export function endpointOf(endpoint: VpcEndpoint, addresses: OrUnknown<Addresses>): readonly Endpoint[] {
  const { VpcEndpointId = '', VpcEndpointType, ServiceName = '', PolicyDocument, PrivateDnsEnabled = false } = endpoint;
  if (VpcEndpointType !== 'Interface' && VpcEndpointType !== 'Gateway') return [];
  return [
    {
      id: VpcEndpointId,
      service: ServiceName,
      type: VpcEndpointType === 'Interface' ? 'interface' : 'gateway',
      state: stateOf(endpoint.State ?? ''),
      policy: PolicyDocument === undefined ? null : { text: PolicyDocument },
      privateDnsEnabled: PrivateDnsEnabled,
      privateDnsOnlyForInboundResolver: isInboundOnly(endpoint),
      subnets: endpoint.SubnetIds ?? [],
      addresses: addressesOf(endpoint, addresses),
      securityGroups: (endpoint.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    },
  ];
}

/** The SDK's types write it with a capital, and the API answers in lower case. */
function stateOf(text: string): EndpointState {
  const state = text.toLowerCase();
  return isState(state) ? state : 'unknown';
}

function isState(state: string): state is EndpointState {
  return STATES.includes(state);
}

/** Only S3 knows this option. Its default differs by the tool that made the endpoint, so silence says nothing. */
function isInboundOnly({ ServiceName = '', DnsOptions }: VpcEndpoint): OrUnknown<boolean> {
  return DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint ?? (ServiceName.endsWith('.s3') ? 'unknown' : false);
}

function addressesOf(
  { NetworkInterfaceIds = [] }: VpcEndpoint,
  addresses: OrUnknown<Addresses>,
): Endpoint['addresses'] {
  if (addresses === 'unknown') return 'unknown';
  const own = NetworkInterfaceIds.map((id) => addresses.get(id));
  return own.every((address) => address !== undefined) && own.length > 0 ? own : 'unknown';
}

function describe({ ServiceName = '', VpcEndpointType = 'Interface', State, PrivateDnsEnabled }: VpcEndpoint): string {
  const dns = VpcEndpointType === 'Interface' ? `, private DNS ${PrivateDnsEnabled === true ? 'on' : 'off'}` : '';
  return `${VpcEndpointType.toLowerCase()} endpoint of ${ServiceName}, ${stateOf(State ?? '')}${dns}`;
}
