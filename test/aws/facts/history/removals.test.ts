import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findImage } from '../../../../src/sandbox/worlds/parts/find.ts';
import { type PolicyRule, policyRun } from '../../../../src/sandbox/worlds/parts/lifecycle-run.ts';
import { neverFreeze, pushAnew } from '../../../../src/sandbox/worlds/parts/frozen.ts';
import { EXPIRE_RELEASES } from '../../../../src/sandbox/worlds/parts/lost-image.ts';
import { ago } from '../../../../src/sandbox/worlds/parts/time.ts';
import { archived, deleted, deletedRepository, record, refused } from '../../../../src/sandbox/worlds/parts/trail.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });
const IMAGE = { digest: 'sha256:1', tags: ['v2.1.0', 'stable'] };
const ANN = 'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Developer_4f1c2d3e5a6b7c8d/ann';

const read = (change: (estate: Estate, at: string) => void) =>
  readFact('removals', incident, (estate) => {
    neverFreeze(estate, 'my-app');
    change(estate, ago(estate.now, { days: 1 }));
  });

describe('removals', () => {
  it('finds a run of the lifecycle policy, though CloudTrail has it as read-only', async () => {
    const learned = await read((estate, at) => {
      const run = policyRun('my-app', IMAGE, EXPIRE_RELEASES, at);
      expect(run.readOnly).toBe(true);
      record(estate, run);
    });
    expect(learned).toMatchObject({
      value: [
        {
          kind: 'expired',
          by: null,
          ...IMAGE,
          rule: { priority: 2, description: 'expire after 14 days', text: expect.stringContaining('tagPatternList') },
        },
      ],
    });
  });

  it('reads a record of older days, which has no list of failures', async () => {
    const learned = await read((estate, at) => {
      const run = policyRun('my-app', IMAGE, EXPIRE_RELEASES, at);
      delete run.serviceEventDetails?.['lifecycleEventFailureDetails'];
      record(estate, run);
    });
    expect(learned).toMatchObject({ value: [{ kind: 'expired' }] });
  });

  it('leaves out an image that the policy failed to take', async () => {
    const learned = await read((estate, at) => {
      const run = policyRun('my-app', IMAGE, EXPIRE_RELEASES, at);
      Object.assign(run.serviceEventDetails ?? {}, { lifecycleEventFailureDetails: [{ digest: IMAGE.digest }] });
      record(estate, run);
    });
    expect(learned).toMatchObject({ value: [] });
  });

  it('tells a rule that archives from one that expires', async () => {
    const rule: PolicyRule = { ...EXPIRE_RELEASES, action: { type: 'transition', targetStorageClass: 'archive' } };
    const learned = await read((estate, at) => record(estate, policyRun('my-app', IMAGE, rule, at)));
    expect(learned).toMatchObject({ value: [{ kind: 'archived', rule: { priority: 2 } }] });
  });

  it('never takes a policy that was only tried out for one that ran', async () => {
    const learned = await read((estate, at) =>
      record(estate, policyRun('my-app', IMAGE, EXPIRE_RELEASES, at, 'DryRunEvent')),
    );
    expect(learned).toMatchObject({ known: true, value: [] });
  });

  it('joins what one call deleted by digest', async () => {
    const learned = await read((estate, at) => record(estate, deleted('my-app', IMAGE, at)));
    expect(learned).toMatchObject({
      value: [{ kind: 'deleted', by: ANN, ...IMAGE, rule: null }],
      evidence: [
        { observed: expect.stringMatching(/^BatchDeleteImage at .* by arn:.* \(aws-cli.*\): v2\.1\.0, stable/) },
      ],
    });
  });

  it('counts only what the answer says was deleted', async () => {
    const learned = await read((estate, at) => {
      const failed = { imageId: { imageTag: 'v2.1.0' }, failureCode: 'ImageReferencedByManifestList' };
      record(estate, { ...deleted('my-app', IMAGE, at), responseElements: { imageIds: [], failures: [failed] } });
    });
    expect(learned).toMatchObject({ known: true, value: [] });
  });

  it('knows what was archived by hand, and not what was brought back', async () => {
    const learned = await read((estate, at) => {
      record(estate, archived('my-app', 'sha256:1', at));
      const back = archived('my-app', 'sha256:2', at);
      record(estate, { ...back, requestParameters: { ...back.requestParameters, targetStorageClass: 'STANDARD' } });
    });
    expect(learned).toMatchObject({ value: [{ kind: 'archived', by: ANN, digest: 'sha256:1', tags: [] }] });
  });

  it.each([
    ['that the tag names', { ...incident, platform: 'kubernetes' as const }],
    ['that ECS froze', anIncident({ image: anImage({ repository: 'my-app' }) })],
  ])('names the evidence where the record has nothing but the digest %s', async (which, asked) => {
    const learned = await readFact('removals', asked, (estate) => {
      const { digest } = findImage(estate, 'my-app', 'v2.1.0');
      if (which === 'that ECS froze') pushAnew(estate, 'my-app', 'v2.1.0');
      record(estate, archived('my-app', digest, ago(estate.now, { days: 1 })));
    });
    expect(learned).toMatchObject({ evidence: [{ observed: expect.stringMatching(/^UpdateImageStorageClass at/) }] });
  });

  it('knows a repository that was deleted', async () => {
    const learned = await read((estate, at) => record(estate, deletedRepository('my-app', at)));
    expect(learned).toMatchObject({
      value: [{ kind: 'repository-deleted', by: ANN, digest: null, tags: [] }],
      evidence: [{ observed: expect.stringMatching(/^DeleteRepository at/) }],
    });
  });

  it('leaves out calls that failed, and other repositories', async () => {
    const learned = await read((estate, at) => {
      record(estate, refused(deleted('my-app', IMAGE, at)));
      record(estate, { ...deletedRepository('my-app', at), errorCode: 'RepositoryNotEmptyException' });
      record(estate, deletedRepository('shop/api', at));
      record(estate, policyRun('shop/api', IMAGE, EXPIRE_RELEASES, at));
    });
    expect(learned).toMatchObject({ known: true, value: [] });
    expect(learned).toMatchObject({ evidence: [{ observed: expect.stringMatching(/^none of .* in 90 days$/) }] });
  });

  it('puts the newest first, whatever it is', async () => {
    const learned = await read((estate, at) => {
      record(estate, policyRun('my-app', IMAGE, EXPIRE_RELEASES, ago(estate.now, { days: 9 })));
      record(estate, deletedRepository('my-app', ago(estate.now, { days: 5 })));
      record(estate, deleted('my-app', IMAGE, at));
    });
    expect(learned).toMatchObject({
      value: [{ kind: 'deleted' }, { kind: 'repository-deleted' }, { kind: 'expired' }],
    });
  });

  it.each([
    ['denied', (estate: Estate) => (estate.deniedToReader['123456789012'] = ['cloudtrail:LookupEvents'])],
    ['throttled', (estate: Estate) => (estate.throttled = ['cloudtrail:LookupEvents'])],
  ])('is a gap when %s', async (reason, change) => {
    const gap = { reason, action: 'cloudtrail:LookupEvents', account: '123456789012', region: 'us-east-1' };
    expect(await read(change)).toMatchObject({ known: false, gap });
  });
});
