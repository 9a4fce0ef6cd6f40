import { expect, it } from 'vitest';
import { cachePointsElsewhere } from '../../../src/checks/cache/cache-points-elsewhere.ts';
import { anIncident } from '../../support/an-incident.ts';
import { aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const QUAY = { upstream: 'quay.io', kind: 'quay' };

testCheck(cachePointsElsewhere, {
  'as-called': [{ when: 'name and upstream agree', facts: { importingRule: aRule({ prefix: 'docker-hub' }) } }],
  elsewhere: [
    {
      when: 'they do not',
      facts: { importingRule: aRule({ prefix: 'docker-hub', ...QUAY }) },
      says: 'Rule `docker-hub` is called after Docker Hub and fetches from `quay.io`, so the image is looked for there.',
    },
  ],
  'no-telling': [
    { when: 'the name could be anybody’s', facts: { importingRule: aRule({ prefix: 'mirror', ...QUAY }) } },
    { when: 'a registry of ECR holds copies', facts: { importingRule: aRule({ prefix: 'docker-hub', kind: 'ecr' }) } },
    { when: 'AWS does not name the upstream', facts: { importingRule: aRule({ prefix: 'docker-hub', kind: null }) } },
  ],
  'nothing-to-import': [{ when: 'nothing is missing', facts: { importingRule: null } }],
});

it('is never certain: another registry may hold a copy', () => {
  const facts = { importingRule: aRule({ prefix: 'docker-hub', ...QUAY }) };
  expect(cachePointsElsewhere.evaluate(facts, anIncident())).toMatchObject({ atMost: 'probable' });
});
