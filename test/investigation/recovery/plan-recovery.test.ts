import { describe, expect, it } from 'vitest';
import type { EcrIncident } from '../../../src/domain/check.ts';
import type { Push } from '../../../src/domain/facts/history.ts';
import { planRecovery } from '../../../src/investigation/recovery/plan-recovery.ts';
import type { RecoveryFacts } from '../../../src/investigation/recovery/recovery-facts.ts';
import { aFinding } from '../../support/a-finding.ts';
import { anImage, anIncident, SYMPTOMS } from '../../support/an-incident.ts';
import { aCopy, anImageFact, aReplication, aWorkload } from '../../support/facts.ts';

const DIGEST = `sha256:${'a1'.repeat(32)}`;
const PUSHED: Push = { tag: 'v2.1.0', digest: DIGEST, at: '2026-02-20T10:00:00.000Z', by: null };
const V209 = anImageFact({
  digest: `sha256:${'b2'.repeat(32)}`,
  tags: ['v2.0.9'],
  pushedAt: '2026-02-01T10:00:00.000Z',
});
const UNTAGGED = anImageFact({ tags: [] });

/** Everything could be read, and nothing is there. */
const NOTHING: RecoveryFacts = {
  image: null,
  images: [],
  imageElsewhere: [],
  replications: [],
  pushes: [],
  removals: [],
  frozenImage: null,
  workload: aWorkload(),
};

const MISSING = aFinding({ check: 'missing-image', verdict: 'fail', answer: 'missing' });
const NO_REPOSITORY = aFinding({ check: 'missing-repository', verdict: 'fail', answer: 'missing' });
const FROZEN = aFinding({ check: 'frozen-digest', verdict: 'fail' });

const plan = (facts: RecoveryFacts, incident: EcrIncident = anIncident(), main = MISSING) =>
  planRecovery(main, [], facts, incident);
const says = (...given: Parameters<typeof plan>) => plan(...given).map((each) => each.says);
const kinds = (...given: Parameters<typeof plan>) => plan(...given).map(({ kind }) => kind);

describe('what is not lost', () => {
  it('gets its tag back, when history knows which manifest had it', () => {
    const facts = { ...NOTHING, images: [V209, UNTAGGED], pushes: [PUSHED] };
    expect(plan(facts)).toEqual([
      {
        kind: 'retag',
        says: 'Its manifest is still here, as `sha256:a1a1a1a1a1a1…`, so the tag can be put back.',
        byHand: [
          expect.stringContaining(
            `batch-get-image --registry-id 123456789012 --region us-east-1 --repository-name shop/api --image-ids imageDigest=${DIGEST}`,
          ),
          expect.stringContaining(`--image-tag v2.1.0 --image-digest ${DIGEST}`),
        ],
      },
    ]);
  });

  it('is asked for and put back under its media type, where that is known', () => {
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const [way] = plan({ ...NOTHING, images: [{ ...UNTAGGED, mediaType }], pushes: [PUSHED] });
    expect(way?.byHand).toEqual([
      expect.stringContaining(` --accepted-media-types ${mediaType} `),
      expect.stringContaining(` --image-manifest-media-type ${mediaType} `),
    ]);
  });

  it('gets its tag back, when replication has brought the image without it', () => {
    const replications = [aReplication({ state: 'complete' })];
    const facts = { ...NOTHING, images: [UNTAGGED], imageElsewhere: [aCopy()], replications };
    expect(kinds(facts)).toEqual(['retag', 'copy-from']);
    expect(kinds({ ...facts, images: [] })).toEqual(['copy-from']);
  });

  it('is never guessed among untagged images', () => {
    expect(kinds({ ...NOTHING, images: [UNTAGGED] })).toEqual(['rebuild']);
  });

  it.each([
    ['restore-archived', 'ARCHIVED', 'It is in the archive, so it can be restored: that takes up to 20 minutes.'],
    ['wait', 'ACTIVATING', 'It is being restored from the archive: that takes up to 20 minutes.'],
  ] as const)('is to %s when it is %s', (kind, status, sentence) => {
    const [way, ...others] = plan({ ...NOTHING, image: anImageFact({ status }) });
    expect(way).toMatchObject({ kind, says: sentence });
    expect(others).toEqual([]);
  });

  it('is restored and gets its tag back, when it lost it in the archive', () => {
    const [way] = plan({ ...NOTHING, images: [{ ...UNTAGGED, status: 'ARCHIVED' }], pushes: [PUSHED] });
    expect(way?.kind).toBe('restore-archived');
    expect(way?.byHand.map((command) => command.split(' ').find((word) => word.includes('-image')))).toEqual([
      'update-image-storage-class',
      'batch-get-image',
      'put-image',
    ]);
  });

  it('arrives by itself, or is copied', () => {
    const facts = { ...NOTHING, imageElsewhere: [aCopy()], replications: [aReplication({ state: 'in-progress' })] };
    expect(kinds(facts)).toEqual(['wait', 'copy-from']);
    expect(kinds({ ...facts, replications: [aReplication({ state: 'failed' })] })).toEqual(['copy-from']);
  });

  it('is copied from the place that has the very same image first', () => {
    const other = aCopy({ account: '444455556666', digest: `sha256:${'ff'.repeat(32)}` });
    const archived = aCopy({ region: 'eu-north-1', status: 'ARCHIVED' });
    expect(says({ ...NOTHING, imageElsewhere: [other, archived, aCopy()], pushes: [PUSHED] })).toEqual([
      'The same image is in 123456789012 eu-west-1, pushed 2026-02-20T10:00:00.000Z: copy it from there, or pull it there.',
      'Another image of this name than the one that was here is in 444455556666 eu-west-1, pushed 2026-02-20T10:00:00.000Z: copy it from there, or pull it there.',
    ]);
  });

  it('needs a repository to be copied to', () => {
    const [way] = plan({ ...NOTHING, imageElsewhere: [aCopy()] }, anIncident(), NO_REPOSITORY);
    expect(way?.byHand).toEqual([
      'aws ecr create-repository --registry-id 123456789012 --region us-east-1 --repository-name shop/api',
      'crane copy 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:v2.1.0',
    ]);
  });

  it('is restored under the digest that ECS holds on to, whatever the tag names', () => {
    const archived = anImageFact({ status: 'ARCHIVED', tags: [] });
    const frozenImage = { digest: DIGEST, tag: 'v2.1.0', frozenAt: PUSHED.at, image: archived, tagged: V209 };
    const ways = plan({ ...NOTHING, image: V209, images: [V209, archived], frozenImage }, anIncident(), FROZEN);
    expect(ways.map(({ kind }) => kind)).toEqual(['redeploy', 'restore-archived']);
    expect(ways[1]?.byHand).toHaveLength(1);
  });

  it('is copied by its digest, so that the tag stays with the image that has it now', () => {
    const other = aCopy({ account: '444455556666', digest: `sha256:${'ff'.repeat(32)}` });
    const frozenImage = { digest: DIGEST, tag: 'v2.1.0', frozenAt: PUSHED.at, image: null, tagged: null };
    const ways = plan({ ...NOTHING, imageElsewhere: [other, aCopy()], frozenImage }, anIncident(), FROZEN);
    expect(ways.map(({ byHand }) => byHand[0])).toEqual([
      `crane copy 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api@${DIGEST} 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api@${DIGEST}`,
    ]);
  });

  it('needs but a new deployment, when ECS holds on to a digest and the tag is there', () => {
    const frozenImage = { digest: DIGEST, tag: 'v2.1.0', frozenAt: PUSHED.at, image: null, tagged: V209 };
    const facts = { ...NOTHING, image: V209, images: [V209], frozenImage };
    const [way] = plan(facts, anIncident(), FROZEN);
    expect(way).toEqual({
      kind: 'redeploy',
      says: 'Tag `v2.1.0` is here, pushed 2026-02-01T10:00:00.000Z: a new deployment pulls that image, which is another than the one that ran.',
      byHand: ['aws ecs update-service --region us-east-1 --cluster prod --service checkout --force-new-deployment'],
    });
  });
});

describe('what is gone', () => {
  const gone = { ...NOTHING, images: [V209], pushes: [PUSHED] };

  it('is stood in for by an older release, and built anew', () => {
    expect(says(gone)).toEqual([
      'The manifest is gone, so it cannot be restored. In its place, run `v2.0.9`, pushed 2026-02-01T10:00:00.000Z.',
      'To have it back, build it anew and push it.',
    ]);
  });

  it('is built from the commit in its tag first', () => {
    const incident = anIncident({ image: anImage({ tag: '3f9c2ab' }) });
    const before = { ...V209, tags: ['81d0e4c'] };
    const pushes = [{ ...PUSHED, tag: '3f9c2ab' }];
    expect(says({ ...gone, images: [before], pushes }, incident)).toEqual([
      'The manifest is gone, so it cannot be restored: build it anew from commit `3f9c2ab`.',
      'Until then, run `81d0e4c`, pushed 2026-02-01T10:00:00.000Z.',
    ]);
    expect(plan({ ...gone, images: [], pushes }, incident)[0]?.byHand[0]).toBe('git checkout 3f9c2ab');
  });

  it('cannot be built under a digest that was asked for by itself', () => {
    const { tag: _tag, ...image } = anImage({ digest: DIGEST });
    expect(plan(NOTHING, anIncident({ image }))).toEqual([
      {
        kind: 'rebuild',
        says: 'The manifest is gone, so it cannot be restored: build it anew, and push it.',
        byHand: [],
      },
    ]);
  });
});

describe('what a gap hides is not promised', () => {
  const without = (...names: (keyof RecoveryFacts)[]): RecoveryFacts => {
    const known: RecoveryFacts = { ...NOTHING, images: [V209], pushes: [PUSHED] };
    return Object.fromEntries(Object.entries(known).filter(([name]) => !names.some((each) => each === name)));
  };

  it.each([
    [
      'other places',
      without('imageElsewhere'),
      'The manifest is gone here, and not every other place could be asked for it. In its place, run',
    ],
    ['the images', without('images'), 'Whether the manifest is still here could not be read: build'],
    ['the history', without('pushes', 'removals'), 'Which image had this tag could not be read. In its place, run'],
    [
      'half of the history',
      { ...without('removals'), pushes: [] },
      'Which image had this tag could not be read. In its place, run',
    ],
    ['everything', {}, 'Which image had this tag could not be read: build'],
  ])('%s', (_title, facts, beginning) => {
    expect(says(facts)[0]?.startsWith(beginning)).toBe(true);
  });

  it('nor is what lies in the archive of another place called gone', () => {
    const facts = { ...NOTHING, pushes: [PUSHED], imageElsewhere: [aCopy({ status: 'ARCHIVED' })] };
    expect(says(facts)[0]).toMatch(/^The manifest is gone here, but lies in the archive of 123456789012 eu-west-1: /);
  });

  it('nor a digest that ECS froze and no other place was asked for', () => {
    const frozenImage = { digest: DIGEST, tag: 'v2.1.0', frozenAt: PUSHED.at, image: null, tagged: null };
    expect(says({ ...NOTHING, frozenImage }, anIncident(), FROZEN)[0]).toMatch(
      /^The manifest is gone here, and no other place was asked for this digest: /,
    );
  });

  it('nor a repository that places which could not be asked may have', () => {
    expect(says(without('imageElsewhere'), anIncident(), NO_REPOSITORY)[0]).toMatch(
      /^There is no repository here, and not every other place could be asked for the image\. /,
    );
  });

  it('nor is anything planned for a tag that the message left out', () => {
    const { tag: _tag, ...image } = anImage();
    const incident = anIncident({ image, symptom: SYMPTOMS.denied });
    expect(plan({ ...NOTHING, imageElsewhere: [aCopy()] }, incident, NO_REPOSITORY)).toEqual([]);
  });

  it('says so when history was read and tells nothing', () => {
    expect(says({ ...NOTHING, images: [V209] })[0]).toMatch(
      /^Which image had this tag is not on record, so the tag cannot be put back\. In its place, run/,
    );
  });
});

describe('what is no loss', () => {
  it.each([
    ['another cause', aFinding({ check: 'denied-pull', verdict: 'fail' }), []],
    ['no answer', null, []],
    ['a mistyped tag', MISSING, [aFinding({ check: 'mistyped-tag', verdict: 'fail' })]],
    ['a misspelt repository', NO_REPOSITORY, [aFinding({ check: 'misspelt-repository', verdict: 'fail' })]],
  ])('%s', (_title, main, because) => {
    expect(planRecovery(main, because, NOTHING, anIncident())).toEqual([]);
  });
});
