import { expect, it } from 'vitest';
import { frozenDigest } from '../../../src/checks/manifest/frozen-digest.ts';
import type { FrozenImage } from '../../../src/domain/facts/puller.ts';
import { anImage, anIncident, SYMPTOMS } from '../../support/an-incident.ts';
import { anImageFact, aRule, aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const DIGEST = `sha256:${'f0'.repeat(32)}`;

const frozen = (parts: Partial<FrozenImage> = {}) => ({
  repository: aRepository(),
  frozenImage: {
    digest: DIGEST,
    tag: 'v2.1.0',
    frozenAt: '2026-02-21T10:00:00.000Z',
    image: null,
    tagged: null,
    ...parts,
  },
  pullThroughRule: null,
});
const then = anImageFact({ digest: DIGEST, tags: [] });

testCheck(frozenDigest, {
  kept: [
    { when: 'the tag still names it', facts: frozen({ image: then, tagged: then }) },
    { when: 'the tag was moved, but nobody took it away', facts: frozen({ image: then, tagged: anImageFact() }) },
  ],
  gone: [
    {
      when: 'the tag names another image',
      facts: frozen({ tagged: anImageFact() }),
      says: 'ECS froze `shop/api:v2.1.0` as `sha256:f0f0f0f0f0f0…` when the deployment began at 2026-02-21T10:00:00.000Z, and that image is no longer in the repository. The tag names another image now, which only a new deployment would pull.',
    },
    {
      when: 'the message names the digest',
      facts: frozen({ tagged: anImageFact() }),
      incident: { image: anImage({ tag: 'v2.1.0', digest: DIGEST }) },
    },
  ],
  'gone-with-tag': [{ when: 'the tag is gone as well', facts: frozen() }],
  archived: [
    {
      when: 'it lies in the archive',
      facts: frozen({ image: { ...then, status: 'ARCHIVED' }, tagged: anImageFact() }),
      says: 'ECS froze `shop/api:v2.1.0` as `sha256:f0f0f0f0f0f0…` when the deployment began at 2026-02-21T10:00:00.000Z, and that image lies in the archive: a pull answers "not found" until it is back.',
    },
    { when: 'it is on its way back', facts: frozen({ image: { ...then, status: 'ACTIVATING' } }) },
  ],
  'same-image': [
    {
      when: 'it lies in the archive with its tag',
      facts: frozen({ image: { ...then, status: 'ARCHIVED' }, tagged: { ...then, status: 'ARCHIVED' } }),
    },
  ],
  cached: [{ when: 'ECR may fetch it again', facts: { ...frozen(), pullThroughRule: aRule({ prefix: 'shop' }) } }],
  'not-frozen': [{ when: 'no service has frozen it', facts: { ...frozen(), frozenImage: null } }],
  'no-repository': [{ when: 'the repository is gone', facts: { ...frozen(), repository: null } }],
});

it.each([
  ['gone', frozen()],
  ['in the archive', frozen({ image: { ...then, status: 'ARCHIVED' }, tagged: anImageFact() })],
])('is certain only where the message names the digest that is %s', (_how, facts) => {
  const symptom = SYMPTOMS.notFound;
  const image = anImage({ tag: 'v2.1.0', digest: DIGEST });
  expect(frozenDigest.evaluate(facts, anIncident({ symptom }))).toMatchObject({ atMost: 'probable' });
  expect(frozenDigest.evaluate(facts, anIncident({ symptom, image }))).not.toHaveProperty('atMost');
});
