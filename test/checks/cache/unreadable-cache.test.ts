import { unreadableCache } from '../../../src/checks/cache/unreadable-cache.ts';
import type { CreationTemplate } from '../../../src/domain/facts/cache.ts';
import { aRule, anAccess } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const SILENT = { outcome: 'denied', layer: 'resource-based' } as const;
const NO_ROLE = { principal: null, exists: false, actions: [] };
const TEMPLATE: CreationTemplate = {
  prefix: 'hub',
  repositoryPolicy: { name: 'repository policy of creation template hub', text: '{}' },
  customRole: null,
};
const RULE = aRule();
const NONE = { importingRule: RULE, creationTemplate: null };

testCheck(unreadableCache, {
  readable: [
    {
      when: 'its policy will say so',
      facts: { importingRule: RULE, newRepositoryAccess: anAccess({}), creationTemplate: TEMPLATE },
    },
  ],
  'no-template': [
    {
      when: 'no template gives it a policy',
      facts: { ...NONE, newRepositoryAccess: anAccess(SILENT) },
      says: `\`${ROLE}\` may not ecr:BatchGetImage on the repository that the cache would make: no resource-based policy allows it, and without a repository creation template it is made with no policy of its own.`,
    },
  ],
  denied: [
    {
      when: 'the template’s policy leaves the puller out',
      facts: { importingRule: RULE, newRepositoryAccess: anAccess(SILENT), creationTemplate: TEMPLATE },
      says: `\`${ROLE}\` may not ecr:BatchGetImage on the repository that the cache would make: no resource-based policy allows it.`,
    },
    {
      when: 'the role’s own policies do not allow it',
      facts: { ...NONE, newRepositoryAccess: anAccess({ outcome: 'denied', layer: 'identity-based' }) },
    },
    {
      when: 'a statement denies it',
      facts: {
        ...NONE,
        newRepositoryAccess: anAccess({ ...SILENT, explicit: true, statement: 'statement 1 of registry policy' }),
      },
      says: `\`${ROLE}\` may not ecr:BatchGetImage on the repository that the cache would make: statement 1 of registry policy denies it.`,
    },
  ],
  'depends-on-role': [
    {
      when: 'one of two roles may, and nobody knows which asks',
      facts: {
        ...NONE,
        newRepositoryAccess: {
          ...anAccess(SILENT),
          others: [{ ...anAccess({}), principal: 'arn:aws:iam::444455556666:role/instances' }],
        },
      },
    },
  ],
  unsure: [
    {
      when: 'a condition is open',
      facts: { ...NONE, newRepositoryAccess: anAccess({ outcome: 'unknown', unknowns: ['it'] }) },
    },
  ],
  'no-role': [{ when: 'nobody is named', facts: { ...NONE, newRepositoryAccess: NO_ROLE } }],
  'role-gone': [{ when: 'there is none', facts: { ...NONE, newRepositoryAccess: { ...NO_ROLE, principal: ROLE } } }],
  'nothing-to-make': [
    { when: 'the repository is there', facts: { ...NONE, importingRule: null, newRepositoryAccess: null } },
  ],
});
