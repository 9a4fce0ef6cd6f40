import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sendFix } from '../../../src/aws/apply-fix.ts';
import { AwsFactSource } from '../../../src/aws/fact-source.ts';
import { CallMeter } from '../../../src/aws/meter.ts';
import type { ApiCall, Fix } from '../../../src/domain/fix.ts';
import { undoOf } from '../../../src/fixers/index.ts';
import { makeTagsImmutable } from '../../../src/fixers/make-tags-immutable.ts';
import { carryOutFix, type Workshop } from '../../../src/investigation/carry-out-fix.ts';
import { withDerivedFacts } from '../../../src/investigation/derived-facts.ts';
import { aFinding } from '../../support/a-finding.ts';
import { openIdentities, ownerOf, REGION, REGISTRY, roleIn } from './accounts.ts';
import { allow } from './iam.ts';
import { createRepository } from './images.ts';
import { becomeUser, createRoles } from './become-user.ts';
import { MOTO_ENVIRONMENT, useMoto } from './moto.ts';
import { aPull, know } from './reading.ts';
import { recordRequests } from './recording-proxy.ts';

useMoto();

const APPROVAL = { person: 'slack-T0TEAM-U0BEN', request: 'fix-1' };
const ARN = `arn:aws:ecr:${REGION}:${REGISTRY}:repository/shop/api`;

/** Keeps `latest` overwritable and protects all other tags. */
const CALL: ApiCall = {
  action: 'ecr:PutImageTagMutability',
  place: { account: REGISTRY, region: REGION },
  resource: ARN,
  input: {
    registryId: REGISTRY,
    repositoryName: 'shop/api',
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest' }],
  },
};

beforeEach(() => createRepository(ownerOf(REGISTRY), 'shop/api'));

async function tagMutability() {
  const { value } = await know('repository');
  return [value?.tagMutability, value?.exclusionFilters];
}

describe('sendFix', () => {
  it('changes what the call says, and reading shows it', async () => {
    await createRoles(REGISTRY);
    await becomeUser();
    expect(await sendFix(openIdentities(), [CALL], APPROVAL)).toEqual({ refused: null });
    expect(await tagMutability()).toEqual(['IMMUTABLE_WITH_EXCLUSION', ['latest']]);
  });

  it('asks for a session of the fixing role that can do nothing else, in the name of the person', async () => {
    const { url, sent } = await recordRequests(MOTO_ENVIRONMENT.AWS_ENDPOINT_URL);
    vi.stubEnv('AWS_ENDPOINT_URL', url);
    await sendFix(openIdentities(), [CALL], APPROVAL);
    const [assumed, put] = sent;
    expect(sent.map(({ action }) => action)).toEqual(['sts:AssumeRole', CALL.action]);
    expect(assumed?.input).toMatchObject({
      RoleArn: roleIn(REGISTRY, 'EcrWhyFix'),
      RoleSessionName: 'ecr-why-fix-1',
      SourceIdentity: APPROVAL.person,
      ExternalId: 'integration',
      DurationSeconds: '900',
      'Tags.member.1.Key': 'EcrWhyRequest',
      'Tags.member.1.Value': APPROVAL.request,
    });
    expect(JSON.parse(String(assumed?.input['Policy']))).toMatchObject({
      Statement: [{ Effect: 'Allow', Action: CALL.action, Resource: ARN }],
    });
    expect(put?.input).toEqual(CALL.input);
    expect(put?.key).not.toBe(assumed?.key);
  });

  it.each([
    ['AWS knows no such repository', { input: { ...CALL.input, repositoryName: 'nobody' } }, /RepositoryNotFound/],
    ['the account has no fixing role', { place: { account: '999999999999', region: REGION } }, /has no fixing role/],
    ['the call is not in the catalogue', { action: 'ecr:DeleteRepository' }, /not among the calls/],
  ] satisfies [string, Partial<ApiCall>, RegExp][])('says why it was refused when %s', async (_title, parts, why) => {
    const { refused } = await sendFix(openIdentities(), [{ ...CALL, ...parts }], APPROVAL);
    expect(refused).toMatch(why);
    expect(await tagMutability()).toEqual(['MUTABLE', []]);
  });

  it('says so when the fixing role cannot be assumed', async () => {
    await becomeUser(allow('ecr:*'));
    const { refused } = await sendFix(openIdentities(), [CALL], APPROVAL);
    expect(refused).toMatch(/^AccessDenied: .*sts:AssumeRole/);
  });
});

describe('carryOutFix', () => {
  const incident = aPull();

  function workshop(): Workshop {
    const identities = openIdentities();
    return {
      freshSource: () => withDerivedFacts(new AwsFactSource(identities, new CallMeter())),
      send: (calls) => sendFix(identities, calls, APPROVAL),
      now: () => '2026-03-03T03:00:00.000Z',
      mayHaveSent: false,
      onBug: (_check, error) => {
        throw error;
      },
    };
  }

  /** As it is planned where CloudTrail can be read and saw no tag overwritten. */
  async function planFix(): Promise<Fix> {
    const { value: repository } = await know('repository');
    const facts = { repository, movedTags: [], repositoryManager: null };
    const fix = makeTagsImmutable.plan(aFinding({ check: 'mutable-tags', verdict: 'fail' }), facts, incident);
    if (fix === null) throw new Error('no fix was planned');
    return fix;
  }

  it('applies a fix, verifies it, and puts it back', async () => {
    await createRoles(REGISTRY);
    const fix = await planFix();
    await becomeUser();
    expect(await carryOutFix(fix, incident, workshop())).toMatchObject({ kind: 'verified' });
    expect(await tagMutability()).toEqual(['IMMUTABLE', []]);
    const undo = undoOf(fix);
    expect(undo !== null && (await carryOutFix(undo, incident, workshop()))).toMatchObject({ kind: 'verified' });
    expect(await tagMutability()).toEqual(['MUTABLE', []]);
  });

  it('changes nothing when somebody was faster', async () => {
    const fix = await planFix();
    await sendFix(openIdentities(), [CALL], APPROVAL);
    expect(await carryOutFix(fix, incident, workshop())).toMatchObject({ kind: 'changed-meanwhile' });
    expect(await tagMutability()).toEqual(['IMMUTABLE_WITH_EXCLUSION', ['latest']]);
  });
});
