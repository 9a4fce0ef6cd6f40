import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

export const imageElsewhere = defineCheck({
  id: 'image-elsewhere',
  stage: 'manifest',
  step: 'object',
  question: 'Does another configured Region or account have the image?',
  needs: ['image', 'imageElsewhere'],
  after: ['missing-image'],
  answers: {
    elsewhere: {
      verdict: 'fail',
      says: 'The image is in {{places}}: the name may mean that place, or a copy never came here.',
    },
    archived: { verdict: 'pass', says: 'Other places have the image in their archives alone: {{places}}.' },
    nowhere: { verdict: 'pass', says: 'No other configured Region or account has the image.' },
    'still-there': { verdict: 'not-applicable', says: 'The image is in this repository.' },
  },
  evaluate({ image, imageElsewhere: copies }) {
    if (image !== null) return { answer: 'still-there' };
    if (copies.length === 0) return { answer: 'nowhere' };
    const active = copies.filter(({ status }) => status === 'ACTIVE');
    const told = active.length > 0 ? active : copies;
    const places = listOf(told.map(({ account, region }) => `${account} ${region}`));
    return { answer: active.length > 0 ? 'elsewhere' : 'archived', data: { places } };
  },
});
