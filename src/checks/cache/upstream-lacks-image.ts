import { shortName } from '../../domain/image-reference.ts';
import { defineCheck } from '../define-check.ts';

export const upstreamLacksImage = defineCheck({
  id: 'upstream-lacks-image',
  stage: 'manifest',
  step: 'object',
  question: 'Does the upstream registry of ECR hold the image?',
  needs: ['upstreamRepository'],
  supersedes: ['upstream-refuses'],
  answers: {
    'has-it': { verdict: 'pass', says: 'Upstream, {{account}} {{region}} holds `{{name}}`.' },
    'no-repository': {
      verdict: 'fail',
      says: 'The cache would fetch from {{account}} {{region}}, and there is no repository `{{repository}}` there.',
    },
    'no-image': {
      verdict: 'fail',
      says: 'The cache would fetch from {{account}} {{region}}, and repository `{{repository}}` holds no image `{{name}}` there.',
    },
    archived: {
      verdict: 'fail',
      says: 'The cache would fetch `{{name}}` from {{account}} {{region}}, and it lies in the archive there: until it is restored, nobody can pull it.',
    },
    'no-upstream': { verdict: 'not-applicable', says: 'Nothing is fetched from another registry of ECR.' },
  },
  evaluate({ upstreamRepository: upstream }, { image }) {
    if (upstream === null) return { answer: 'no-upstream' };
    const { account, region, name: repository, exists, image: status } = upstream;
    const data = { account, region, repository, name: shortName({ ...image, repository }) };
    if (!exists) return { answer: 'no-repository', data };
    if (status === null) return { answer: 'no-image', data };
    return { answer: status === 'ACTIVE' ? 'has-it' : 'archived', data };
  },
});
