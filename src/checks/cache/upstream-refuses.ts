import { defineCheck } from '../define-check.ts';

export const upstreamRefuses = defineCheck({
  id: 'upstream-refuses',
  stage: 'manifest',
  step: 'object',
  question: 'Does the upstream registry let ECR in?',
  needs: ['importingRule', 'pullThroughValidation'],
  answers: {
    valid: { verdict: 'pass', says: 'ECR tried rule `{{rule}}`, and `{{upstream}}` let it in.' },
    refused: {
      verdict: 'fail',
      says: 'ECR tried rule `{{rule}}` and did not get into `{{upstream}}`. It says: “{{failure}}”.',
    },
    'no-login': { verdict: 'not-applicable', says: 'Rule `{{rule}}` logs in nowhere, so there is nothing to try.' },
    'nothing-to-import': { verdict: 'not-applicable', says: 'No pull-through cache would have to fetch anything.' },
  },
  evaluate({ importingRule: rule, pullThroughValidation: validation }) {
    if (rule === null) return { answer: 'nothing-to-import' };
    const data = { rule: rule.prefix, upstream: rule.upstream };
    if (validation === null) return { answer: 'no-login', data };
    if (validation.isValid) return { answer: 'valid', data };
    return { answer: 'refused', data: { ...data, failure: quoted(validation.failure) } };
  },
});

/** ECR's own words, without the full stop: they end a sentence of ours. */
function quoted(failure: string | null): string {
  return failure?.replace(/\.$/, '') ?? 'no reason given';
}
