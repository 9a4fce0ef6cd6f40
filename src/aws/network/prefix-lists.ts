import { paginateDescribeManagedPrefixLists, paginateGetManagedPrefixListEntries } from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { OrUnknown, PrefixList, RouteTable, SecurityGroup } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { type Part, type PartReading, readPart } from './part.ts';

/** A prefix list before its entries are read. */
export type ListName = Omit<PrefixList, 'cidrs'>;

/** AWS's lists and the account's own: some ten, on a page or two. */
export function readListNames(reader: Reader, place: Place): Promise<Part<readonly ListName[]>> {
  return readPart(async () => {
    const { output } = await reader.ask(place, 'ec2:DescribeManagedPrefixLists', ({ ec2 }) =>
      everyItem(
        paginateDescribeManagedPrefixLists({ client: ec2, pageSize: 100 }, {}),
        ({ PrefixLists }) => PrefixLists,
      ),
    );
    const value = (output ?? []).map(({ PrefixListId = '', PrefixListName = '' }) => ({
      id: PrefixListId,
      name: PrefixListName,
    }));
    return { value, evidence: [] };
  });
}

/** The lists with the entries of those that can matter: S3's, and the account's own where a route or a rule names them. */
export async function readPrefixLists(
  reader: Reader,
  place: Place,
  names: OrUnknown<readonly ListName[]>,
  named: readonly string[],
): Promise<Part<readonly PrefixList[]>> {
  if (names === 'unknown') return { value: 'unknown', evidence: [], gaps: [] };
  const lists = await Promise.all(
    names.map(async ({ id, name }) => {
      const isRead = name.startsWith('com.amazonaws.')
        ? name === `com.amazonaws.${place.region}.s3`
        : named.includes(id);
      const entries: Part<OrUnknown<readonly string[]>> = isRead
        ? await readPart(() => readEntries(reader, place, id))
        : { value: 'unknown', evidence: [], gaps: [] };
      return { list: { id, name, cidrs: entries.value }, gaps: entries.gaps };
    }),
  );
  return { value: lists.map(({ list }) => list), evidence: [], gaps: lists.flatMap(({ gaps }) => gaps) };
}

async function readEntries(
  reader: Reader,
  place: Place,
  id: string,
): Promise<PartReading<OrUnknown<readonly string[]>>> {
  const { output } = await reader.ask(
    place,
    'ec2:GetManagedPrefixListEntries',
    ({ ec2 }) =>
      everyItem(
        paginateGetManagedPrefixListEntries({ client: ec2, pageSize: 100 }, { PrefixListId: id }),
        ({ Entries }) => Entries,
      ),
    ['InvalidPrefixListID.NotFound', 'InvalidPrefixListId.NotFound'],
  );
  return { value: output === null ? 'unknown' : output.flatMap(({ Cidr }) => Cidr ?? []), evidence: [] };
}

/** The lists that routes and rules name. */
export function namedLists(
  tables: OrUnknown<readonly RouteTable[]>,
  groups: OrUnknown<readonly SecurityGroup[]>,
): readonly string[] {
  const destinations =
    tables === 'unknown' ? [] : tables.flatMap(({ routes }) => routes.map(({ destination }) => destination));
  const peers =
    groups === 'unknown'
      ? []
      : groups.flatMap(({ ingress, egress }) => [...ingress, ...egress].map(({ peer }) => peer));
  return [...destinations, ...peers].flatMap((range) => (range.kind === 'prefix-list' ? [range.id] : []));
}
