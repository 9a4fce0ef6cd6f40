import type { NetworkEstate } from '../../estate.ts';
import { pageOf, type PageShape } from '../../page.ts';
import { matchesWildcard } from '../../policy/wildcard.ts';
import { AwsFault } from '../../wire/faults.ts';
import { structuresOf, textOf, textsOf } from '../../wire/input.ts';
import type { Input, Output } from '../../wire/protocol.ts';
import { type Call, type Operation, wishForAll } from '../operation.ts';

const EMPTY: NetworkEstate = {
  vpcs: [],
  subnets: [],
  routeTables: [],
  internetGateways: [],
  natGateways: [],
  vpcEndpoints: [],
  securityGroups: [],
  networkAcls: [],
  networkInterfaces: [],
  managedPrefixLists: [],
};

export const networkOf = ({ estate, caller, region }: Call): NetworkEstate =>
  estate.accounts.find(({ id }) => id === caller.account)?.networks[region] ?? EMPTY;

/** What there is to say about one `Describe…` operation of EC2; the rest is the same for all of them. */
export interface Listing<Entry> {
  /** The element around the results: `subnetSet`. */
  readonly set: string;
  readonly entries: (network: NetworkEstate, call: Call) => readonly Entry[];
  readonly id: (entry: Entry) => string;
  /** The parameter that names single entries: `SubnetId`. */
  readonly idParameter: string;
  /** The error for an id that is not there: its code, and what EC2 calls the thing in its sentence. */
  readonly notFound: readonly [code: string, noun: string];
  /** The values of an entry that a filter of that name looks at. */
  readonly filters: Readonly<Record<string, (entry: Entry, call: Call) => readonly string[]>>;
  /** The tags of an entry, where filters may name them: `tag:team`. */
  readonly tags?: (entry: Entry) => Readonly<Record<string, string>>;
  readonly show: (entry: Entry, call: Call) => Output;
}

const PAGE: PageShape = {
  limit: 'MaxResults',
  token: 'NextToken',
  usual: 1000,
  most: 1000,
  badToken: () => new AwsFault('InvalidNextToken', 'The token is not valid.'),
};

/** No EC2 `Describe…` action can be narrowed to a resource, so each is allowed or denied for everything. */
export function describeOperation<Entry>(listing: Listing<Entry>): Operation {
  return {
    wishes: wishForAll,
    answer(call) {
      const named = namedEntries(listing, listing.entries(networkOf(call), call), call.input);
      const passing = named.filter((entry) => passes(listing, entry, call));
      const { page, nextToken } = pageOf(passing, call.input, PAGE);
      return { [listing.set]: page.map((entry) => listing.show(entry, call)), nextToken };
    },
  };
}

function namedEntries<Entry>(listing: Listing<Entry>, entries: readonly Entry[], input: Input): readonly Entry[] {
  const ids = textsOf(input, listing.idParameter);
  if (ids.length === 0) return entries;
  const missing = ids.find((id) => !entries.some((entry) => listing.id(entry) === id));
  if (missing !== undefined) {
    const [code, noun] = listing.notFound;
    throw new AwsFault(code, `The ${noun} '${missing}' does not exist`);
  }
  return entries.filter((entry) => ids.includes(listing.id(entry)));
}

/** Filters are joined by AND, the values of one by OR; values may hold wildcards. (EC2 API, "Filter your resources".) */
function passes<Entry>(listing: Listing<Entry>, entry: Entry, call: Call): boolean {
  return structuresOf(call.input, 'Filter').every((filter) => {
    const name = textOf(filter, 'Name') ?? '';
    const valuesOf = Object.hasOwn(listing.filters, name) ? listing.filters[name] : tagFilter(listing, name);
    // EC2 knows more filters than the sandbox; what it does not know it refuses rather than ignores.
    if (valuesOf === undefined) throw new AwsFault('InvalidParameterValue', `The filter '${name}' is invalid`);
    const values = valuesOf(entry, call);
    return textsOf(filter, 'Value').some((wanted) => values.some((value) => matchesWildcard(wanted, value)));
  });
}

function tagFilter<Entry>({ tags }: Listing<Entry>, name: string): ((entry: Entry) => readonly string[]) | undefined {
  if (tags === undefined || !name.startsWith('tag:')) return undefined;
  return (entry) => [tags(entry)[name.slice('tag:'.length)]].filter((value) => value !== undefined);
}
