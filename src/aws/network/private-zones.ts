import {
  type HostedZoneSummary,
  ListHostedZonesByVPCCommand,
  type Route53Client,
  type VPCRegion,
} from '@aws-sdk/client-route-53';
import type { AccountId, Place } from '../../domain/aws.ts';
import type { PrivateZone, Vpc } from '../../domain/network-estate.ts';
import { everyItem, pagesOf } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { type Part, readPart } from './part.ts';
import { readRecords } from './zone-records.ts';

/** A zone before its records are read. */
interface ListedZone {
  readonly id: string;
  readonly name: string;
  /** `null`: a service of AWS has it. */
  readonly owner: AccountId | null;
}

/**
 * Zones over a name that a pull or its task asks for. Any other is kept by its name alone: Route 53 answers five calls a
 * second for a whole account. (Route 53 developer guide, "Quotas".)
 */
const TELLING = [
  /^(.+\.)?(ecr|s3|logs|secretsmanager|ssm)\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
  /^([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/,
  /^(com|cn|com\.cn)$/,
];

/**
 * The private hosted zones that are associated with the VPC, whoever owns them, with the records of those that tell. Zones
 * that a Route 53 Profile associates are not among them, and neither are the rules of the resolver.
 * (Route 53 API reference, ListHostedZonesByVPC.)
 */
export async function readPrivateZones(
  reader: Reader,
  place: Place,
  vpc: string,
): Promise<Part<Exclude<Vpc['privateZones'], 'unknown'>>> {
  const listed = await readPart(async () => {
    const { output, says } = await reader.ask(place, 'route53:ListHostedZonesByVPC', ({ route53 }) =>
      everyZone(route53, vpc, place.region),
    );
    const zones = (output ?? []).flatMap(zoneOf);
    return {
      value: zones,
      evidence: zones.filter(isTelling).map(({ name, owner }) => says(vpc, describe(name, owner))),
    };
  });
  if (listed.value === 'unknown') return { ...listed, value: 'unknown' };
  const zones = await Promise.all(listed.value.map((zone) => withRecords(reader, place, zone)));
  return {
    value: zones.map(({ zone }) => zone),
    evidence: [...listed.evidence, ...zones.flatMap(({ evidence }) => evidence)],
    gaps: zones.flatMap(({ gaps }) => gaps),
  };
}

async function withRecords(reader: Reader, place: Place, { id, name, owner }: ListedZone) {
  const unread: PrivateZone = { id, name, records: 'unknown' };
  if (owner === null || !isTelling({ name })) return { zone: unread, evidence: [], gaps: [] };
  const { value, evidence, gaps } = await readPart(() => readRecords(reader, { ...place, account: owner }, id));
  return { zone: { ...unread, records: value }, evidence, gaps };
}

function everyZone(route53: Route53Client, VPCId: string, region: string): Promise<readonly HostedZoneSummary[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The SDK's list of Regions is older than some Regions.
  const VPCRegion = region as VPCRegion;
  const ask = (NextToken: string | undefined) =>
    route53.send(new ListHostedZonesByVPCCommand({ VPCId, VPCRegion, NextToken }));
  return everyItem(
    pagesOf(ask, (page) => page.NextToken),
    (page) => page.HostedZoneSummaries,
  );
}

/** Zones that AWS makes for endpoints with private DNS are known by the endpoints. */
function zoneOf({ HostedZoneId = '', Name = '', Owner = {} }: HostedZoneSummary): readonly ListedZone[] {
  if (Owner.OwningService === 'vpce.amazonaws.com') return [];
  return [{ id: HostedZoneId, name: Name.replace(/\.$/, '').toLowerCase(), owner: Owner.OwningAccount ?? null }];
}

function isTelling({ name }: Pick<ListedZone, 'name'>): boolean {
  return TELLING.some((pattern) => pattern.test(name));
}

function describe(name: string, owner: AccountId | null): string {
  return `private hosted zone ${name}${owner === null ? '' : ` of account ${owner}`}`;
}
