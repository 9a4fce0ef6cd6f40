import { deniedAnswer, DENIED_ANSWERS } from '../denied-answer.ts';
import { defineCheck } from '../define-check.ts';
import { statementsToChange } from '../statements-to-change.ts';

export const upstreamDenies = defineCheck({
  id: 'upstream-denies',
  stage: 'manifest',
  step: 'object',
  question: 'Does the upstream registry of ECR let the cache’s role fetch from it?',
  needs: ['upstreamRepository', 'upstreamAccess'],
  supersedes: ['upstream-refuses'],
  answers: {
    allowed: DENIED_ANSWERS.allowed,
    denied: {
      verdict: 'fail',
      says: 'The upstream registry {{account}} {{region}} does not let `{{principal}}`, the role of the cache, {{action}} on {{resource}}.',
    },
    unsure: DENIED_ANSWERS.unsure,
    'no-upstream': { verdict: 'not-applicable', says: 'Nothing is fetched from a repository of another account.' },
  },
  evaluate({ upstreamRepository: upstream, upstreamAccess }) {
    // What does not exist has no policy either.
    if (upstream === null || !upstream.exists || upstreamAccess === null) return { answer: 'no-upstream' };
    const { answer, data } = deniedAnswer(upstreamAccess);
    if (answer === 'allowed' || answer === 'unsure') return { answer, ...(data !== undefined && { data }) };
    return {
      answer: 'denied',
      data: { ...data, account: upstream.account, region: upstream.region },
      statements: statementsToChange(upstreamAccess),
    };
  },
});
