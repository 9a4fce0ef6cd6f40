import type { EcrIncident } from '../../domain/check.ts';
import { DENIED_ANSWERS, withNamedFirst } from '../denied-answer.ts';
import { defineCheck } from '../define-check.ts';
import { toldDenial } from '../told-denial.ts';

export const deniedImport = defineCheck({
  id: 'denied-import',
  stage: 'manifest',
  step: 'object',
  question: 'May the puller have the pull-through cache fetch what is missing?',
  needs: ['importingRule', 'importAccess'],
  answers: {
    ...DENIED_ANSWERS,
    'no-statement': {
      verdict: 'fail',
      says: 'The image is not cached yet, and `{{principal}}` may not have it fetched: no {{layer}} policy allows it {{action}} on {{resource}}.',
    },
    'explicit-deny': {
      verdict: 'fail',
      says: 'The image is not cached yet, and `{{principal}}` may not have it fetched: {{statement}} denies it {{action}} on {{resource}}.',
    },
    'nothing-to-import': { verdict: 'not-applicable', says: 'No pull-through cache would have to fetch anything.' },
  },
  evaluate({ importAccess }, incident) {
    if (importAccess === null) return { answer: 'nothing-to-import' };
    const answered = toldDenial<never>(withNamedFirst(importAccess, incident), incident, () => null);
    return { ...answered, step: isNamed(incident) ? 'permission' : 'object' };
  },
});

/**
 * ECR asks for these rights once it has found nothing, and without them it says just that: no such image, no such
 * repository (ECR user guide, "Troubleshooting pull through cache issues"). Unless the message says it in IAM's words.
 */
function isNamed({ denial }: EcrIncident): boolean {
  return denial?.action === 'ecr:BatchImportUpstreamImage' || denial?.action === 'ecr:CreateRepository';
}
