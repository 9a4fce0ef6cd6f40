import { type PutImageTagMutabilityCommandInput, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findRepository } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { fixer, reader } from '../../clients.ts';

type Filters = PutImageTagMutabilityCommandInput['imageTagMutabilityExclusionFilters'];
const wildcard = (filter: string) => ({ filterType: 'WILDCARD' as const, filter });

function put(
  mode: PutImageTagMutabilityCommandInput['imageTagMutability'],
  filters?: Filters,
  estate = healthyEstate(),
) {
  const input = {
    repositoryName: 'my-app',
    imageTagMutability: mode,
    ...(filters && { imageTagMutabilityExclusionFilters: filters }),
  };
  return fixer(estate, { SourceIdentity: 'U012AB3CD' }).ecr.send(new PutImageTagMutabilityCommand(input));
}

describe('PutImageTagMutability', () => {
  it.each([
    ['MUTABLE', undefined, []],
    ['IMMUTABLE', undefined, []],
    ['IMMUTABLE_WITH_EXCLUSION', [wildcard('latest'), wildcard('dev-*')], ['latest', 'dev-*']],
    ['MUTABLE_WITH_EXCLUSION', [wildcard('release-*')], ['release-*']],
  ] as const)('sets %s', async (mode, filters, expected) => {
    const estate = healthyEstate();
    findRepository(estate, 'my-app').exclusionFilters = ['old'];
    const answer = await put(mode, filters && [...filters], estate);
    expect(answer).toMatchObject({ repositoryName: 'my-app', imageTagMutability: mode });
    expect(answer.imageTagMutabilityExclusionFilters).toEqual(filters);
    expect(findRepository(estate, 'my-app')).toMatchObject({ tagMutability: mode, exclusionFilters: expected });
  });

  it.each([
    [
      'no filters where the mode needs them',
      'IMMUTABLE_WITH_EXCLUSION',
      undefined,
      /can't be null when imageTagMutability is set as IMMUTABLE_WITH_EXCLUSION/,
    ],
    ['filters where the mode has none', 'IMMUTABLE', [wildcard('latest')], /must be null/],
    ['six filters', 'IMMUTABLE_WITH_EXCLUSION', 'abcdef'.split('').map(wildcard), /less than or equal to 5/],
    ['three wildcards', 'IMMUTABLE_WITH_EXCLUSION', [wildcard('*a*b*')], /at most two wildcards/],
    ['a character that no tag has', 'IMMUTABLE_WITH_EXCLUSION', [wildcard('a/b')], /wildcard filter/],
    ['a mode of its own', 'FROZEN', undefined, /enum value set/],
  ])('refuses %s and changes nothing', async (_, mode, filters, message) => {
    const estate = healthyEstate();
    const before = structuredClone(findRepository(estate, 'my-app'));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The SDK's types forbid the wrong mode; the service must refuse it too.
    await expect(put(mode as 'IMMUTABLE', filters, estate)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringMatching(message),
    });
    expect(findRepository(estate, 'my-app')).toEqual(before);
  });

  it('is denied to the reading role, whatever else it may', async () => {
    const estate = healthyEstate();
    const input = { repositoryName: 'my-app', imageTagMutability: 'MUTABLE' } as const;
    await expect(reader(estate).ecr.send(new PutImageTagMutabilityCommand(input))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    expect(findRepository(estate, 'my-app').tagMutability).toBe('IMMUTABLE');
  });

  it('is in CloudTrail afterwards, with the person who did it', async () => {
    const estate = healthyEstate();
    await put('MUTABLE', undefined, estate);
    const { Events } = await reader(estate).cloudtrail.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'PutImageTagMutability' }],
      }),
    );
    expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '')).toMatchObject({
      readOnly: false,
      userIdentity: { sessionContext: { sourceIdentity: 'U012AB3CD', sessionIssuer: { userName: 'EcrWhyFix' } } },
      requestParameters: { repositoryName: 'my-app', imageTagMutability: 'MUTABLE' },
    });
  });
});
