import { expect, it } from 'vitest';
import { missingImage } from '../../../src/checks/manifest/missing-image.ts';
import { anImage, anIncident, SYMPTOMS } from '../../support/an-incident.ts';
import { anImageFact, aRepository, aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const { tag: _tag, ...UNTAGGED } = anImage();
const DIGEST = `sha256:${'c0'.repeat(32)}`;

testCheck(missingImage, {
  present: [
    { when: 'ECR describes it', facts: { repository: aRepository(), image: anImageFact(), importingRule: null } },
  ],
  missing: [
    {
      when: 'no image has the tag',
      facts: { repository: aRepository(), image: null, importingRule: null },
      says: 'Repository `shop/api` exists, but holds no image `shop/api:v2.1.0`.',
    },
    {
      when: 'no image has the digest',
      facts: { repository: aRepository(), image: null, importingRule: null },
      incident: { image: anImage({ digest: DIGEST }) },
      says: `Repository \`shop/api\` exists, but holds no image \`shop/api@${DIGEST}\`.`,
    },
    {
      when: 'a person asks without a tag: that is latest',
      facts: { repository: aRepository(), image: null, importingRule: null },
      incident: { image: UNTAGGED },
      says: 'Repository `shop/api` exists, but holds no image `shop/api:latest`.',
    },
    {
      when: 'a pod names no tag: that is latest too',
      facts: { repository: aRepository(), image: null, importingRule: null },
      incident: { image: UNTAGGED, symptom: SYMPTOMS.notFound, platform: 'kubernetes' },
    },
  ],
  archived: [
    {
      when: 'it lies in the archive',
      facts: { repository: aRepository(), image: anImageFact({ status: 'ARCHIVED' }), importingRule: null },
    },
  ],
  restoring: [
    {
      when: 'it is on its way back',
      facts: { repository: aRepository(), image: anImageFact({ status: 'ACTIVATING' }), importingRule: null },
    },
  ],
  'no-tag': [
    {
      when: 'a pasted message left the tag out',
      facts: { repository: aRepository(), image: null, importingRule: null },
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
      },
      says: 'ECR fetches `shop/api:v2.1.0` from `registry-1.docker.io` at the first pull, through rule `shop`: that it is missing here does not say whether it is there.',
    },
  ],
  'no-repository': [
    { when: 'the repository itself is missing', facts: { repository: null, image: null, importingRule: null } },
  ],
});

it.each([
  ['missing', null],
  ['archived', anImageFact({ status: 'ARCHIVED' })],
  ['restoring', anImageFact({ status: 'ACTIVATING' })],
])('does not explain a denial when the image is %s', (answer, image) => {
  const facts = { repository: aRepository(), image, importingRule: null };
  expect(missingImage.evaluate(facts, anIncident({ symptom: SYMPTOMS.denied }))).toMatchObject({
    answer,
    explains: false,
  });
  expect(missingImage.evaluate(facts, anIncident({ symptom: SYMPTOMS.notFound }))).not.toHaveProperty('explains');
});
