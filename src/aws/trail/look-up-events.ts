import { LookupEventsCommand, type LookupEventsCommandOutput } from '@aws-sdk/client-cloudtrail';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Timestamp } from '../../domain/aws.ts';
import { HISTORY_DAYS } from '../../domain/facts/history.ts';
import type { Clients } from '../clients.ts';
import { readTrailRecord, type TrailRecord } from './trail-record.ts';

/** At two pages a second this is ten seconds: more no reader waits for. */
const MOST_PAGES = 20;
/** (CloudTrail API reference, LookupEvents.) */
const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;

export interface LookedUp {
  /** Newest first, as CloudTrail lists them. Calls that failed are left out. */
  readonly records: readonly TrailRecord[];
  /** `null`: everything was read that CloudTrail remembers. Else the time before which nothing was. */
  readonly readBackTo: Timestamp | null;
}

/**
 * Everything of one name that happened in one account and Region within CloudTrail's memory. One attribute is all that
 * a lookup takes, so the name is asked for and the repository is picked out here. `ReadOnly` must not be it: ECR marks
 * the runs of lifecycle policies read-only, although they delete. Which text CloudTrail keeps as the resource name of a
 * repository is not documented.
 */
export async function lookUpEvents({ cloudtrail, lookups }: Clients, eventName: string, now: Date): Promise<LookedUp> {
  const records: TrailRecord[] = [];
  let oldest = now;
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    await sleep(lookups.takeTurn());
    const answer: LookupEventsCommandOutput = await cloudtrail.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: eventName }],
        StartTime: new Date(now.getTime() - HISTORY_DAYS * DAY_MS),
        EndTime: now,
        MaxResults: PAGE_SIZE,
        ...(next !== undefined && { NextToken: next }),
      }),
    );
    const events = answer.Events ?? [];
    records.push(
      ...events.map((event) => readTrailRecord(event.CloudTrailEvent ?? '')).filter((each) => each !== null),
    );
    oldest = events.at(-1)?.EventTime ?? oldest;
    next = answer.NextToken;
    if (next === undefined) return { records, readBackTo: null };
  }
  return { records, readBackTo: oldest.toISOString() };
}
