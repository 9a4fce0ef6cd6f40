import { LookupEventsCommand, type LookupEventsCommandOutput } from '@aws-sdk/client-cloudtrail';
import { z } from 'zod';
import type { MovedTag } from '../../domain/facts.ts';
import { parseJson } from '../../lib/parse-json.ts';
import type { Clients } from '../clients.ts';
import { AwsTrouble } from '../errors.ts';
import { defineFact } from '../reader.ts';

/** CloudTrail answers fifty events a page and two pages a second: ten pages are five seconds. */
const MOST_PAGES = 10;
const DAYS = 90;

const PutImageEvent = z.object({
  requestParameters: z.object({
    repositoryName: z.string(),
    registryId: z.string().optional(),
    imageTag: z.string().optional(),
  }),
  eventTime: z.string(),
  errorCode: z.undefined().optional(),
});

export const movedTags = defineFact({
  name: 'movedTags',
  actions: ['cloudtrail:LookupEvents'],
  async read(reader) {
    const repository = await reader.need('repository');
    if (repository === null) return { value: [], evidence: [] };
    const { output, says } = await reader.ask(repository, 'cloudtrail:LookupEvents', (clients) =>
      pushes(clients, reader.now),
    );
    if (output === null || output.isTruncated) {
      throw new AwsTrouble('too-much', { action: 'cloudtrail:LookupEvents', place: repository });
    }
    const value = movedIn(output.events, repository.name);
    return {
      value,
      evidence: [
        says(
          repository.name,
          `${value.length === 0 ? 'no tag' : value.map(({ tag }) => tag).join(', ')} pushed more than once in ${DAYS} days`,
        ),
      ],
    };
  },
});

async function pushes({ cloudtrail }: Clients, now: Date): Promise<{ events: string[]; isTruncated: boolean }> {
  const events: string[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: LookupEventsCommandOutput = await cloudtrail.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'PutImage' }],
        StartTime: new Date(now.getTime() - DAYS * 86_400_000),
        EndTime: now,
        MaxResults: 50,
        ...(next !== undefined && { NextToken: next }),
      }),
    );
    events.push(...(answer.Events ?? []).flatMap(({ CloudTrailEvent }) => CloudTrailEvent ?? []));
    next = answer.NextToken;
    if (next === undefined) return { events, isTruncated: false };
  }
  return { events, isTruncated: true };
}

function movedIn(events: readonly string[], repositoryName: string): readonly MovedTag[] {
  const byTag = new Map<string, MovedTag>();
  for (const event of events) {
    const { data } = PutImageEvent.safeParse(parseJson(event));
    const tag = data?.requestParameters.imageTag;
    if (data === undefined || tag === undefined || data.requestParameters.repositoryName !== repositoryName) continue;
    const seen = byTag.get(tag);
    const lastPushedAt = seen !== undefined && seen.lastPushedAt > data.eventTime ? seen.lastPushedAt : data.eventTime;
    byTag.set(tag, { tag, pushes: (seen?.pushes ?? 0) + 1, lastPushedAt });
  }
  return [...byTag.values()].filter(({ pushes: count }) => count > 1).toSorted((a, b) => a.tag.localeCompare(b.tag));
}
