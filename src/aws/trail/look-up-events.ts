import { LookupEventsCommand, type LookupEventsCommandOutput } from '@aws-sdk/client-cloudtrail';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadSoFar } from '../../domain/evidence.ts';
import type { Clients } from '../clients.ts';
import type { TrailWindow } from './trail-window.ts';
import { readTrailRecord, type TrailRecord } from './trail-record.ts';

/** At two pages a second this is ten seconds: more no reader waits for. */
const MOST_PAGES = 20;
/** (CloudTrail API reference, LookupEvents.) */
const PAGE_SIZE = 50;

export interface LookedUp {
  /** Newest first, as CloudTrail lists them. Calls that failed are left out. */
  readonly records: readonly TrailRecord[];
  /** `null`: the whole window was read. Else how far, and before that nothing was. */
  readonly limit: ReadSoFar | null;
}

/**
 * Everything of one name that happened in one account and Region within a window of time. One attribute is all that
 * a lookup takes, so the name is asked for and the repository is picked out here. `ReadOnly` must not be it: ECR marks
 * the runs of lifecycle policies read-only, although they delete. Which text CloudTrail keeps as the resource name of a
 * repository is not documented.
 */
export async function lookUpEvents(
  { cloudtrail, lookups }: Clients,
  eventName: string,
  { from, to }: TrailWindow,
): Promise<LookedUp> {
  const records: TrailRecord[] = [];
  let count = 0;
  let oldest = to;
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    await sleep(lookups.takeTurn());
    const answer: LookupEventsCommandOutput = await cloudtrail.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: eventName }],
        StartTime: from,
        EndTime: to,
        MaxResults: PAGE_SIZE,
        ...(next !== undefined && { NextToken: next }),
      }),
    );
    const events = answer.Events ?? [];
    records.push(
      ...events.map((event) => readTrailRecord(event.CloudTrailEvent ?? '')).filter((each) => each !== null),
    );
    count += events.length;
    oldest = events.at(-1)?.EventTime ?? oldest;
    next = answer.NextToken;
    if (next === undefined) return { records, limit: null };
  }
  return { records, limit: { count, what: eventName, backTo: oldest.toISOString() } };
}
