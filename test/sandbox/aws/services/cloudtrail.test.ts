import { LookupEventsCommand, type LookupEventsCommandInput, paginateLookupEvents } from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { ago } from '../../../../src/sandbox/worlds/parts/time.ts';
import { type PolicyRule, policyRun } from '../../../../src/sandbox/worlds/parts/lifecycle-run.ts';
import { pushed, record } from '../../../../src/sandbox/worlds/parts/trail.ts';
import { reader, WORKLOAD } from '../clients.ts';

const NOW = '2026-06-01T12:00:00.000Z';
const RULE: PolicyRule = {
  rulePriority: 1,
  selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
  action: { type: 'expire' },
};

function withEvents() {
  const estate = healthyEstate(NOW);
  for (const days of [100, 89, 10, 1]) record(estate, pushed('my-app', `v${days}`, 'sha256:0', ago(NOW, { days })));
  record(estate, policyRun('shop/api', { digest: 'sha256:1', tags: ['v0'] }, RULE, ago(NOW, { days: 5 })));
  return estate;
}

async function lookUp(input: LookupEventsCommandInput): Promise<(string | undefined)[]> {
  const { Events } = await reader(withEvents()).cloudtrail.send(new LookupEventsCommand(input));
  return (Events ?? []).map(({ EventTime }) => EventTime?.toISOString().slice(5, 10));
}

const by = (
  AttributeKey: 'EventName' | 'ReadOnly' | 'ResourceName' | 'Username' | 'ResourceType' | 'EventSource' | 'EventId',
  AttributeValue: string,
) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});

describe('LookupEvents', () => {
  it('gives the newest first, and nothing older than ninety days', async () => {
    await expect(lookUp({})).resolves.toEqual(['05-31', '05-27', '05-22', '03-04']);
  });

  it.each([
    ['an event name', by('EventName', 'PutImage'), 3],
    ['an event source', by('EventSource', 'ecr.amazonaws.com'), 4],
    ['being read-only, which lifecycle runs are', by('ReadOnly', 'true'), 1],
    ['a repository', by('ResourceName', 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api'), 1],
    ['a type of resource', by('ResourceType', 'AWS::ECR::Repository'), 4],
    ['a session', by('Username', 'build'), 3],
    ['an id that is not there', by('EventId', 'none'), 0],
    ['a start', { StartTime: new Date('2026-05-20') }, 3],
    ['an end', { EndTime: new Date('2026-05-20') }, 1],
  ])('looks up by %s', async (_, input, count) => {
    await expect(lookUp(input)).resolves.toHaveLength(count);
  });

  it('gives the record as text', async () => {
    const { Events } = await reader(withEvents()).cloudtrail.send(
      new LookupEventsCommand(by('EventName', 'PolicyExecutionEvent')),
    );
    expect(Events?.[0]).toMatchObject({
      EventName: 'PolicyExecutionEvent',
      ReadOnly: 'true',
      EventTime: new Date('2026-05-27T12:00:00Z'),
    });
    expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '')).toMatchObject({
      eventTime: '2026-05-27T12:00:00.000Z',
      serviceEventDetails: { lifecycleEventImageActions: [{ lifecycleEventImage: { tagList: ['v0'] } }] },
    });
  });

  it('pages', async () => {
    const sizes: number[] = [];
    for await (const { Events } of paginateLookupEvents({ client: reader(withEvents()).cloudtrail, pageSize: 3 }, {}))
      sizes.push(Events?.length ?? 0);
    expect(sizes).toEqual([3, 1]);
  });

  it.each([
    [
      'two attributes',
      { LookupAttributes: [...by('EventName', 'a').LookupAttributes, ...by('ReadOnly', 'true').LookupAttributes] },
      'InvalidLookupAttributesException',
    ],
    ['more than fifty', { MaxResults: 51 }, 'InvalidMaxResultsException'],
    ['an end before the start', { StartTime: new Date(2), EndTime: new Date(1) }, 'InvalidTimeRangeException'],
    ['a token of its own', { NextToken: 'guess' }, 'InvalidNextTokenException'],
  ])('refuses %s', async (_, input, name) => {
    await expect(lookUp(input)).rejects.toMatchObject({ name });
  });

  it('is of one account and Region', async () => {
    await expect(reader(withEvents(), WORKLOAD).cloudtrail.send(new LookupEventsCommand({}))).resolves.toMatchObject({
      Events: [],
    });
  });
});
