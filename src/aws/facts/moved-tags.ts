import { LookupEventsCommand, type LookupEventsCommandOutput } from '@aws-sdk/client-cloudtrail';
import { z } from 'zod';
import type { MovedTag } from '../../domain/registry-facts.ts';
import { parseJson } from '../../lib/parse-json.ts';
import type { Clients } from '../clients.ts';
import { AwsTrouble } from '../errors.ts';
import { defineFact } from '../reader.ts';

/** CloudTrail answers fifty events a page and two pages a second: ten pages are five seconds. */
const MOST_PAGES = 10;
const DAYS = 90;
const DAY_MS = 86_400_000;

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
    const isOnRecord = Date.parse(repository.createdAt) > reader.now.getTime() - DAYS * DAY_MS;
    const value = pushedIn(output.events, repository.name).filter(
      ({ tag, pushes: count }) => count > 1 || (!isOnRecord && isName(tag)),
    );
    return {
      value,
      evidence: [
        says(
          repository.name,
          value.length === 0
            ? `no tag is known to have been overwritten in ${DAYS} days`
            : `pushed in ${DAYS} days: ${value.map(({ tag, pushes: count }) => `${tag} ${count}×`).join(', ')}`,
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
        StartTime: new Date(now.getTime() - DAYS * DAY_MS),
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

function pushedIn(events: readonly string[], repositoryName: string): readonly MovedTag[] {
  const byTag = new Map<string, MovedTag>();
  for (const event of events) {
    const { data } = PutImageEvent.safeParse(parseJson(event));
    const tag = data?.requestParameters.imageTag;
    if (data === undefined || tag === undefined || data.requestParameters.repositoryName !== repositoryName) continue;
    const seen = byTag.get(tag);
    const lastPushedAt = seen !== undefined && seen.lastPushedAt > data.eventTime ? seen.lastPushedAt : data.eventTime;
    byTag.set(tag, { tag, pushes: (seen?.pushes ?? 0) + 1, lastPushedAt });
  }
  return [...byTag.values()].toSorted((a, b) => a.tag.localeCompare(b.tag));
}

/**
 * Whether a tag reads as a name, `stable` or `prod-eu`, and not as a version or a commit. One push says nothing of what
 * the tag named before CloudTrail's memory begins, and an image that lost its tag does not tell that it had it. Names
 * are made to be moved, so one of these counts as moved; versions count as new, for else no repository in use could
 * ever be protected.
 */
function isName(tag: string): boolean {
  return !/\d/.test(tag);
}
