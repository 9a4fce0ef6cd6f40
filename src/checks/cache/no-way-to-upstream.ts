import type { SubnetPaths } from '../../domain/network-path.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

export const noWayToUpstream = defineCheck({
  id: 'no-way-to-upstream',
  stage: 'layers',
  step: 'path',
  question: 'Does a way lead from the puller to the internet, as the first pull through a cache needs one?',
  needs: ['importingRule', 'upstreamPaths'],
  answers: {
    open: { verdict: 'pass', says: 'A way leads to the internet from {{subnets}}.' },
    shut: {
      verdict: 'fail',
      says: 'The image is not cached yet, and no way leads to the internet from {{subnets}}: through an endpoint of ECR a first pull needs one, later pulls do not.',
    },
    unsure: {
      verdict: 'unknown',
      says: 'Whether a way leads to the internet from {{subnets}}, as a first pull through an endpoint of ECR needs one, is not known.',
    },
    'no-endpoint': { verdict: 'not-applicable', says: 'The registry is not reached through an endpoint.' },
    'nothing-to-import': { verdict: 'not-applicable', says: 'No pull-through cache would have to fetch anything.' },
  },
  evaluate({ importingRule, upstreamPaths: paths }) {
    if (importingRule === null) return { answer: 'nothing-to-import' };
    if (paths.length === 0) return { answer: 'no-endpoint' };
    const shut = inState(paths, 'blocked');
    if (shut.length > 0) return { answer: 'shut', data: { subnets: listOf(shut) } };
    const unsure = inState(paths, 'unknown');
    if (unsure.length > 0) return { answer: 'unsure', data: { subnets: listOf(unsure) } };
    return { answer: 'open', data: { subnets: listOf(inState(paths, 'reachable')) } };
  },
});

function inState(paths: readonly SubnetPaths[], state: SubnetPaths['legs'][number]['verdict']): readonly string[] {
  return paths.filter(({ legs }) => legs.some(({ verdict }) => verdict === state)).map(({ subnet }) => `\`${subnet}\``);
}
