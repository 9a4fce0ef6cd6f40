import type { PullThroughRule } from '../../domain/facts/registry.ts';
import { listOf } from '../../lib/plural.ts';
import { similarNames } from '../../lib/similar-names.ts';
import { upstreamCalled } from '../../semantics/pull-through-cache/known-upstreams.ts';
import { defineCheck } from '../define-check.ts';

export const missingCacheRule = defineCheck({
  id: 'missing-cache-rule',
  stage: 'manifest',
  step: 'object',
  question: 'Was the repository to be made by a pull-through cache, and is there no rule for it?',
  needs: ['pullThroughRules', 'rulesElsewhere'],
  after: ['missing-repository'],
  answers: {
    elsewhere: {
      verdict: 'fail',
      says: 'A pull-through cache rule for `{{prefix}}` exists in {{regions}}, and none in {{region}}: rules are of one Region.',
    },
    similar: {
      verdict: 'fail',
      says: 'No pull-through cache rule covers the name, but there is one for {{prefixes}}: one of them may be misspelt.',
    },
    'called-so': {
      verdict: 'fail',
      says: 'The name begins with `{{prefix}}`, as caches of {{upstream}} are called, and no pull-through cache rule of {{region}} covers it.',
    },
    'not-a-cache': { verdict: 'pass', says: 'Nothing in the name speaks of a pull-through cache.' },
  },
  evaluate({ pullThroughRules, rulesElsewhere }, { image }) {
    const { region } = image.registry;
    const [other] = rulesElsewhere;
    if (other !== undefined) {
      const regions = listOf(rulesElsewhere.map((each) => each.region));
      return { answer: 'elsewhere', data: { prefix: other.rule.prefix, regions, region } };
    }
    const similar = pullThroughRules.filter((rule) => isSimilar(rule, image.repository));
    if (similar.length > 0) {
      return { answer: 'similar', data: { prefixes: listOf(similar.map(({ prefix }) => `\`${prefix}\``)) } };
    }
    const [prefix = '', ...rest] = image.repository.split('/');
    const upstream = rest.length === 0 ? null : upstreamCalled(prefix);
    if (upstream === null) return { answer: 'not-a-cache' };
    return { answer: 'called-so', data: { prefix, upstream: upstream.name, region } };
  },
});

function isSimilar({ prefix }: PullThroughRule, repository: string): boolean {
  const parts = prefix.split('/').length;
  const names = repository.split('/');
  return names.length > parts && similarNames(names.slice(0, parts).join('/'), [prefix]).length > 0;
}
