import { expect, it } from 'vitest';
import { missingImage } from '../../../src/checks/manifest/missing-image.ts';
import type { FrozenImage } from '../../../src/domain/facts/puller.ts';
import { anImage, anIncident, SYMPTOMS } from '../../support/an-incident.ts';
import { anImageFact, aRepository, aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const { tag: _tag, ...UNTAGGED } = anImage();
const DIGEST = `sha256:${'c0'.repeat(32)}`;
const FROZEN: FrozenImage = {
  digest: DIGEST,
  tag: 'v2.1.0',
  frozenAt: '2026-02-21T10:00:00.000Z',
  image: anImageFact({ digest: DIGEST, tags: [] }),
  tagged: null,
};

testCheck(missingImage, {
  present: [
    {
      when: 'ECR describes it',
      facts: { repository: aRepository(), image: anImageFact(), importingRule: null, frozenInstead: null },
    },
  ],
  missing: [
    {
      when: 'no image has the tag',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: null },
      says: 'Repository `shop/api` exists, but holds no image `shop/api:v2.1.0`.',
    },
    {
      when: 'it was not found, whatever ECS froze for others',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: FROZEN },
      incident: { symptom: SYMPTOMS.notFound },
    },
    {
      when: 'no image has the digest',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: null },
      incident: { image: anImage({ digest: DIGEST }) },
      says: `Repository \`shop/api\` exists, but holds no image \`shop/api@${DIGEST}\`.`,
    },
    {
      when: 'a person asks without a tag: that is latest',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: null },
      incident: { image: UNTAGGED },
      says: 'Repository `shop/api` exists, but holds no image `shop/api:latest`.',
    },
    {
      when: 'a pod names no tag: that is latest too',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: null },
      incident: { image: UNTAGGED, symptom: SYMPTOMS.notFound, platform: 'kubernetes' },
    },
  ],
  archived: [
    {
      when: 'it lies in the archive',
      facts: {
        repository: aRepository(),
        image: anImageFact({ status: 'ARCHIVED' }),
        importingRule: null,
        frozenInstead: null,
      },
    },
  ],
  restoring: [
    {
      when: 'it is on its way back',
      facts: {
        repository: aRepository(),
        image: anImageFact({ status: 'ACTIVATING' }),
        importingRule: null,
        frozenInstead: null,
      },
    },
  ],
  'next-deployment': [
    {
      when: 'nobody says that it was not found',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: FROZEN },
      says: '`shop/api:v2.1.0` is no longer in the repository, so the next deployment would fail. Tasks of the present one pull `sha256:c0c0c0c0c0c0…` in its place, which ECS froze when it began, and that image is there.',
    },
    {
      when: 'what failed was something else',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: FROZEN },
      incident: { symptom: SYMPTOMS.denied },
    },
    {
      when: 'the tag names an image in the archive by now',
      facts: {
        repository: aRepository(),
        image: anImageFact({ status: 'ARCHIVED' }),
        importingRule: null,
        frozenInstead: FROZEN,
      },
      says: '`shop/api:v2.1.0` lies in the archive, so the next deployment would fail. Tasks of the present one pull `sha256:c0c0c0c0c0c0…` in its place, which ECS froze when it began, and that image is there.',
    },
  ],
  'no-tag': [
    {
      when: 'a pasted message left the tag out',
      facts: { repository: aRepository(), image: null, importingRule: null, frozenInstead: null },
      incident: { image: UNTAGGED, symptom: SYMPTOMS.denied },
    },
  ],
  cached: [
    {
      when: 'a pull through cache rule would fetch it',
      facts: {
        repository: aRepository(),
        image: null,
        importingRule: aRule({ prefix: 'shop' }),
        frozenInstead: null,
      },
      says: 'ECR fetches `shop/api:v2.1.0` from `registry-1.docker.io` at the first pull, through rule `shop`: that it is missing here does not say whether it is there.',
    },
    {
      when: 'it was not found, whatever ECS froze for others',
      facts: {
        repository: aRepository(),
        image: null,
        importingRule: aRule({ prefix: 'shop' }),
        frozenInstead: FROZEN,
      },
      incident: { symptom: SYMPTOMS.notFound },
    },
  ],
  'frozen-instead': [
    {
      when: 'a rule would fetch the tag, and what ECS froze is there',
      facts: {
        repository: aRepository(),
        image: null,
        importingRule: aRule({ prefix: 'shop' }),
        frozenInstead: FROZEN,
      },
      says: '`shop/api:v2.1.0` is not cached, and tasks of the present deployment do not ask for it: they pull `sha256:c0c0c0c0c0c0…`, which ECS froze when it began, and that image is there. The next deployment has ECR fetch the tag from `registry-1.docker.io`.',
    },
  ],
  'no-repository': [
    {
      when: 'the repository itself is missing',
      facts: { repository: null, image: null, importingRule: null, frozenInstead: null },
    },
  ],
});

it.each([
  ['missing', null],
  ['archived', anImageFact({ status: 'ARCHIVED' })],
  ['restoring', anImageFact({ status: 'ACTIVATING' })],
])('does not explain a denial when the image is %s', (answer, image) => {
  const facts = { repository: aRepository(), image, importingRule: null, frozenInstead: null };
  expect(missingImage.evaluate(facts, anIncident({ symptom: SYMPTOMS.denied }))).toMatchObject({
    answer,
    explains: false,
  });
  expect(missingImage.evaluate(facts, anIncident({ symptom: SYMPTOMS.notFound }))).not.toHaveProperty('explains');
});

it('is no part of the pull where ECS froze an image that is there', () => {
  const facts = { repository: aRepository(), image: null, importingRule: null, frozenInstead: FROZEN };
  expect(missingImage.evaluate(facts, anIncident({ symptom: null }))).toMatchObject({ stage: 'prevention' });
  expect(missingImage.evaluate({ ...facts, frozenInstead: null }, anIncident({ symptom: null }))).not.toHaveProperty(
    'stage',
  );
});
