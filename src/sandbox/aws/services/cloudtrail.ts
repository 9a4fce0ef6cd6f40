import type { CloudTrailRecord } from '../estate.ts';
import type { PageShape } from '../page.ts';
import { pageOf } from '../page.ts';
import { AwsFault } from '../wire/faults.ts';
import { numberOf, structuresOf, textOf } from '../wire/input.ts';
import { jsonProtocol } from '../wire/json.ts';
import type { Input, Output } from '../wire/protocol.ts';
import { type Call, type Service, wishForAll } from './operation.ts';

/** (CloudTrail API reference, LookupEvents.) */
const MOST_EVENTS = 50;
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

const PAGE: PageShape = {
  limit: 'MaxResults',
  token: 'NextToken',
  usual: MOST_EVENTS,
  most: MOST_EVENTS,
  badToken: () => new AwsFault('InvalidNextTokenException', 'Invalid NextToken.'),
};

export const cloudtrail: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: { LookupEvents: { wishes: wishForAll, answer: lookupEvents } },
};

function lookupEvents({ estate, caller, region, input }: Call): Output {
  checkInput(input);
  const oldest = Date.parse(estate.now) - KEPT_MS;
  const from = Math.max(oldest, (numberOf(input, 'StartTime') ?? 0) * 1000);
  const to = (numberOf(input, 'EndTime') ?? Number.POSITIVE_INFINITY) * 1000;
  const attribute = structuresOf(input, 'LookupAttributes')[0];
  const records = estate.accounts.find(({ id }) => id === caller.account)?.trail[region] ?? [];
  const events = records
    .filter(({ eventTime }) => Date.parse(eventTime) >= from && Date.parse(eventTime) <= to)
    .map(describe)
    .filter((event) => attribute === undefined || matches(event, attribute))
    .toSorted((a, b) => b.EventTime.localeCompare(a.EventTime));
  const { page, nextToken } = pageOf(events, input, PAGE);
  return { Events: page, NextToken: nextToken };
}

function checkInput(input: Input): void {
  const attributes = structuresOf(input, 'LookupAttributes');
  if (
    attributes.length > 1 ||
    attributes.some((attribute) => !((textOf(attribute, 'AttributeKey') ?? '') in LOOKUPS))
  ) {
    throw new AwsFault('InvalidLookupAttributesException', 'One lookup attribute of a known key is allowed.');
  }
  const limit = numberOf(input, 'MaxResults') ?? MOST_EVENTS;
  if (limit < 1 || limit > MOST_EVENTS)
    throw new AwsFault('InvalidMaxResultsException', 'Max results must be from 1 to 50.');
  if ((numberOf(input, 'StartTime') ?? 0) > (numberOf(input, 'EndTime') ?? Number.POSITIVE_INFINITY)) {
    throw new AwsFault('InvalidTimeRangeException', 'The start time must not be after the end time.');
  }
}

type Event = ReturnType<typeof describe>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function describe(record: CloudTrailRecord) {
  const { userIdentity, resources = [] } = record;
  return {
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly),
    EventTime: record.eventTime,
    EventSource: record.eventSource,
    Username: text(userIdentity['arn'])?.split('/').at(-1),
    AccessKeyId: text(userIdentity['accessKeyId']),
    // Which string CloudTrail indexes for a repository is not documented; assumed: the ARN in the record.
    Resources: resources.map(({ ARN, type }) => ({ ResourceName: ARN, ResourceType: type })),
    CloudTrailEvent: JSON.stringify(record),
  };
}

const LOOKUPS: Readonly<Record<string, (event: Event) => readonly (string | undefined)[]>> = {
  EventId: (event) => [event.EventId],
  EventName: (event) => [event.EventName],
  ReadOnly: (event) => [event.ReadOnly],
  Username: (event) => [event.Username],
  AccessKeyId: (event) => [event.AccessKeyId],
  EventSource: (event) => [event.EventSource],
  ResourceName: (event) => event.Resources.map(({ ResourceName }) => ResourceName),
  ResourceType: (event) => event.Resources.map(({ ResourceType }) => ResourceType),
};

function matches(event: Event, attribute: Input): boolean {
  const values = LOOKUPS[textOf(attribute, 'AttributeKey') ?? '']?.(event) ?? [];
  return values.includes(textOf(attribute, 'AttributeValue'));
}
