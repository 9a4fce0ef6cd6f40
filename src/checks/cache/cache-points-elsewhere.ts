import { upstreamCalled } from '../../semantics/pull-through-cache/known-upstreams.ts';
import { defineCheck } from '../define-check.ts';

export const cachePointsElsewhere = defineCheck({
  id: 'cache-points-elsewhere',
  stage: 'manifest',
  step: 'object',
  question: 'Does the pull-through cache rule fetch from the registry that its name speaks of?',
  needs: ['importingRule'],
  answers: {
    'as-called': { verdict: 'pass', says: 'Rule `{{rule}}` fetches from `{{upstream}}`, as its name says.' },
    elsewhere: {
      verdict: 'fail',
      says: 'Rule `{{rule}}` is called after {{called}} and fetches from `{{upstream}}`, so the image is looked for there.',
    },
    'no-telling': {
      verdict: 'not-applicable',
      says: 'Rule `{{rule}}` fetches from `{{upstream}}`, and its name speaks of no other registry.',
    },
    'nothing-to-import': { verdict: 'not-applicable', says: 'No pull-through cache would have to fetch anything.' },
  },
  evaluate({ importingRule: rule }) {
    if (rule === null) return { answer: 'nothing-to-import' };
    const data = { rule: rule.prefix, upstream: rule.upstream };
    const called = upstreamCalled(rule.prefix);
    // Another registry of ECR may hold copies of anything.
    if (called === null || rule.kind === null || rule.kind === 'ecr') return { answer: 'no-telling', data };
    if (called.kind === rule.kind) return { answer: 'as-called', data };
    // Other registries hold copies as well, and a name is only a name.
    return { answer: 'elsewhere', data: { ...data, called: called.name }, atMost: 'probable' };
  },
});
