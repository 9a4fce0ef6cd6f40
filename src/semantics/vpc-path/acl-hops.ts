import type { Endpoint, NetworkAcl, NetworkEstate, PortRange } from '../../domain/network-estate.ts';
import { addressesInSubnet, endpointSide, sourceSide, type Side } from './addresses.ts';
import type { Cidr, Extent } from './cidr.ts';
import { anyOneOf, extentHop, hop, idsOf, type Inquiry } from './inquiry.ts';
import type { Hop } from './leg-path.ts';
import { aclOfSubnet, admittedByAcl, clientPorts, HTTPS_PORTS, NAT_PORTS } from './network-acls.ts';

/** A request over the border of a subnet and its answer back: an ACL is stateless, so each needs a rule. */
interface Crossing {
  readonly way: 'out' | 'in';
  readonly acls: readonly string[];
  readonly request: Extent;
  readonly answer: Extent;
  readonly answerPorts: PortRange;
}

/** Out of the source's subnet and back in. */
export function leaveSourceSubnet(inquiry: Inquiry, to: Side): readonly Hop[] {
  const acl = aclOfSubnet(inquiry.estate, inquiry.estate.source.subnet);
  return hopsOf(crossing('out', acl, to.addresses, clientPorts(inquiry)));
}

/** The same towards an endpoint that may be anywhere, even in the source's subnet, where no ACL is asked. */
export function leaveTowardsUnseen(inquiry: Inquiry, to: Side): readonly Hop[] {
  return leaveSourceSubnet(inquiry, to).map(unlessNotAsked);
}

function unlessNotAsked(found: Hop): Hop {
  return found.verdict === 'blocked' ? { ...found, verdict: 'unknown' } : found;
}

/** Into the subnet of a NAT gateway, on to the service, and all the way back. */
export function crossNatSubnet(inquiry: Inquiry, subnet: string, to: Side): readonly Hop[] {
  const { estate } = inquiry;
  const acl = aclOfSubnet(estate, subnet);
  const onwards = hopsOf(crossing('out', acl, to.addresses, NAT_PORTS));
  if (subnet === estate.source.subnet) return onwards;
  return [...hopsOf(crossing('in', acl, sourceSide(inquiry).addresses, clientPorts(inquiry))), ...onwards];
}

/** Into whichever of these subnets, which may be another VPC's, and back out. */
export function enterSubnets(
  estate: Pick<NetworkEstate, 'networkAcls'>,
  subnets: readonly string[],
  from: Side,
  answerPorts: PortRange,
): readonly Hop[] {
  if (subnets.length === 0) return [];
  return hopsOf(
    anyCrossing(
      subnets.map((subnet) => crossing('in', aclOfSubnet(estate, subnet), from.addresses, answerPorts)),
      false,
    ),
  );
}

/** Between the source's subnet and those of an endpoint, of which the name may lead to any. */
export function aclHopsToEndpoint(inquiry: Inquiry, endpoint: Endpoint): readonly Hop[] {
  const { estate, query } = inquiry;
  const { subnet: here } = estate.source;
  if (endpoint.subnets === 'unknown') return leaveTowardsUnseen(inquiry, endpointSide(inquiry, endpoint));
  const elsewhere = endpoint.subnets.filter((subnet) => subnet !== here);
  if (elsewhere.length === 0) return [hop('acl-out', here, 'not-needed', 'same-subnet')];
  const isAlsoHere = elsewhere.length < endpoint.subnets.length;
  const ports = clientPorts(inquiry);
  const own = aclOfSubnet(estate, here);
  const leaving = elsewhere.map((subnet) =>
    crossing('out', own, addressesInSubnet(estate, endpoint, subnet, query.ipFamily), ports),
  );
  const entering = elsewhere.map((subnet) =>
    crossing('in', aclOfSubnet(estate, subnet), sourceSide(inquiry).addresses, ports),
  );
  return [leaving, entering].flatMap((crossings) => hopsOf(anyCrossing(crossings, isAlsoHere)));
}

function crossing(way: 'out' | 'in', acl: NetworkAcl | null, far: readonly Cidr[], answerPorts: PortRange): Crossing {
  const request = admittedByAcl(acl, way === 'out' ? 'egress' : 'ingress', far, HTTPS_PORTS);
  const answer = admittedByAcl(acl, way === 'out' ? 'ingress' : 'egress', far, answerPorts);
  return { way, acls: [acl?.id ?? 'unknown'], request, answer, answerPorts };
}

/** One crossing for those of several zones; in the source's own subnet none is needed. */
function anyCrossing(crossings: readonly Crossing[], isAlsoHere: boolean): Crossing {
  const [first] = crossings;
  if (first === undefined) throw new RangeError('no crossing to merge');
  const free: readonly Extent[] = isAlsoHere ? ['all'] : [];
  return {
    ...first,
    acls: [...new Set(crossings.flatMap(({ acls }) => acls))],
    request: anyOneOf([...free, ...crossings.map(({ request }) => request)]),
    answer: anyOneOf([...free, ...crossings.map(({ answer }) => answer)]),
  };
}

function hopsOf({ way, acls, request, answer, answerPorts }: Crossing): readonly Hop[] {
  const [there, back] = way === 'out' ? (['acl-out', 'acl-in'] as const) : (['acl-in', 'acl-out'] as const);
  const detail = { ports: `${answerPorts.from}-${answerPorts.to}` };
  return [
    extentHop(
      there,
      idsOf(acls),
      request,
      { all: 'acl-open', some: 'acl-admits-some-requests', none: 'acl-blocks-request' },
      { ports: '443' },
    ),
    extentHop(
      back,
      idsOf(acls),
      answer,
      { all: 'acl-open', some: 'acl-admits-some-answers', none: 'acl-blocks-return' },
      detail,
    ),
  ];
}
