import { shortName } from '../../domain/image-reference.ts';
import { defineCheck } from '../define-check.ts';

export const pushedAfterFailure = defineCheck({
  id: 'pushed-after-failure',
  stage: 'manifest',
  step: 'object',
  question: 'Was the image already there when the pull failed?',
  needs: ['image', 'latePush'],
  concerns: ['not_found'],
  answers: {
    later: {
      verdict: 'fail',
      says: '`{{name}}` was pushed at {{pushedAt}}, after the pull failed at {{failedAt}}: it was started before its image was there. The image is there now, so a retry finds it.',
    },
    'perhaps-later': {
      verdict: 'fail',
      says: '`{{name}}` was pushed at {{pushedAt}}, after the pull failed at {{failedAt}}: it seems to have started before its image was there, unless there was another one until then, which CloudTrail does not tell. The image is there now, so a retry finds it.',
    },
    'not-later': { verdict: 'not-applicable', says: 'Nothing shows that the image was pushed after the pull failed.' },
    missing: { verdict: 'not-applicable', says: 'The image is not there now either.' },
    unasked: { verdict: 'not-applicable', says: 'No message says that the image was not found.' },
  },
  evaluate({ image, latePush }, incident) {
    if (incident.symptom?.kind !== 'not_found') return { answer: 'unasked' };
    if (image === null) return { answer: 'missing' };
    if (latePush === null) return { answer: 'not-later' };
    const { pushedAt, failedAt, isFirst } = latePush;
    const data = { name: shortName(incident.image), pushedAt, failedAt };
    if (isFirst) return { answer: 'later', data };
    return { answer: 'perhaps-later', data, atMost: 'probable' };
  },
});
