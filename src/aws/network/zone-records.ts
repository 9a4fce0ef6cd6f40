import {
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandInput,
  type ListResourceRecordSetsCommandOutput,
  type ResourceRecordSet,
  type Route53Client,
} from '@aws-sdk/client-route-53';
import type { Place } from '../../domain/aws.ts';
import type { ZoneRecord } from '../../domain/network-estate.ts';
import { AwsTrouble } from '../errors.ts';
import type { Reader } from '../reader.ts';

const PAGE = 300;
/** A zone over a name of AWS's has a handful. */
const MOST_PAGES = 10;
const LISTED = 'route53:ListResourceRecordSets';

/** Every record of a zone, read in the account that owns it. */
export async function readRecords(reader: Reader, place: Place, zone: string) {
  const { output, says } = await reader.ask(place, LISTED, ({ route53 }) =>
    everyRecord(route53, { HostedZoneId: zone, MaxItems: PAGE }),
  );
  const found = output ?? [];
  if (found.length > PAGE * MOST_PAGES) throw new AwsTrouble('too-much', { action: LISTED, place });
  const records = found.map(recordOf);
  const leading = records.filter(({ type }) => type === 'A' || type === 'AAAA' || type === 'CNAME');
  return { value: records, evidence: leading.slice(0, 5).map((record) => says(zone, describe(record))) };
}

/** One page more than may be read, when there are so many. The SDK has no paginator for this call. */
async function everyRecord(
  route53: Route53Client,
  from: ListResourceRecordSetsCommandInput,
  pages = MOST_PAGES,
): Promise<readonly ResourceRecordSet[]> {
  const page: ListResourceRecordSetsCommandOutput = await route53.send(new ListResourceRecordSetsCommand(from));
  const { ResourceRecordSets = [], IsTruncated, NextRecordName, NextRecordType, NextRecordIdentifier } = page;
  if (IsTruncated !== true || pages === 0) return ResourceRecordSets;
  const next = {
    ...from,
    StartRecordName: NextRecordName,
    StartRecordType: NextRecordType,
    StartRecordIdentifier: NextRecordIdentifier,
  };
  return [...ResourceRecordSets, ...(await everyRecord(route53, next, pages - 1))];
}

function recordOf({ Name = '', Type, ResourceRecords = [], AliasTarget }: ResourceRecordSet): ZoneRecord {
  const isTelling = Type === 'A' || Type === 'AAAA' || Type === 'CNAME' || Type === 'NS';
  const values = ResourceRecords.flatMap(({ Value }) => Value ?? []);
  return {
    name: nameOf(Name),
    type: isTelling ? Type : 'other',
    values: Type === 'CNAME' ? values.map(nameOf) : values,
    alias: AliasTarget?.DNSName === undefined ? null : nameOf(AliasTarget.DNSName),
  };
}

/** Route 53 writes `*` as `\052`, and closes names with a dot. (Route 53 developer guide, "DNS domain name format".) */
function nameOf(text: string): string {
  return text.replaceAll('\\052', '*').replace(/\.$/, '').toLowerCase();
}

function describe({ name, type, values, alias }: ZoneRecord): string {
  return `${type} of ${name}: ${alias === null ? values.join(', ') : `alias of ${alias}`}`;
}
