import { expect, it } from 'vitest';
import { pushedAfterFailure } from '../../../src/checks/manifest/pushed-after-failure.ts';
import { anIncident, SYMPTOMS } from '../../support/an-incident.ts';
import { anImageFact } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const incident = { symptom: SYMPTOMS.notFound };
const late = (isFirst: boolean) => ({
  image: anImageFact(),
  latePush: { failedAt: '2026-02-20T09:55:00.000Z', pushedAt: '2026-02-20T10:00:00.000Z', isFirst },
});

testCheck(pushedAfterFailure, {
  later: [
    {
      when: 'CloudTrail has no push before it',
      facts: late(true),
      incident,
      says: '`shop/api:v2.1.0` was pushed at 2026-02-20T10:00:00.000Z, after the pull failed at 2026-02-20T09:55:00.000Z: it was started before its image was there. The image is there now, so a retry finds it.',
    },
  ],
  'perhaps-later': [{ when: 'CloudTrail does not tell', facts: late(false), incident }],
  'not-later': [{ when: 'nothing shows it', facts: { image: anImageFact(), latePush: null }, incident }],
  missing: [{ when: 'the image is still missing', facts: { image: null, latePush: null }, incident }],
  unasked: [
    { when: 'a person asks without a text', facts: late(true) },
    { when: 'the text is about something else', facts: late(true), incident: { symptom: SYMPTOMS.denied } },
  ],
});

it('is at most probable where CloudTrail does not tell', () => {
  expect(pushedAfterFailure.evaluate(late(false), anIncident(incident))).toMatchObject({ atMost: 'probable' });
  expect(pushedAfterFailure.evaluate(late(true), anIncident(incident))).not.toHaveProperty('atMost');
});
