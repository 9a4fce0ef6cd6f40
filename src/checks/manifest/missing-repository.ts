import { defineCheck } from '../define-check.ts';

export const missingRepository = defineCheck({
  id: 'missing-repository',
  stage: 'manifest',
  step: 'object',
  question: 'Does the repository exist in the registry that the image names?',
  needs: ['repository', 'importingRule'],
  answers: {
    exists: { verdict: 'pass', says: 'Repository `{{repository}}` exists in {{account}} {{region}}.' },
    missing: { verdict: 'fail', says: 'There is no repository `{{repository}}` in {{account}} {{region}}.' },
    cached: {
      verdict: 'unknown',
      says: 'ECR makes `{{repository}}` at the first pull of an image that `{{upstream}}` has, through rule `{{rule}}`: that it is missing here does not say whether the image is there.',
    },
  },
  evaluate({ repository, importingRule }, { image }) {
    const data = { repository: image.repository, account: image.registry.account, region: image.registry.region };
    if (repository !== null) return { answer: 'exists', data };
    if (importingRule !== null) {
      return { answer: 'cached', data: { ...data, rule: importingRule.prefix, upstream: importingRule.upstream } };
    }
    return { answer: 'missing', data };
  },
});
