import { expect, it } from 'vitest';
import { deniedImport } from '../../../src/checks/cache/denied-import.ts';
import type { Denial } from '../../../src/domain/incident.ts';
import { anIncident } from '../../support/an-incident.ts';
import { aRule, anAccess } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const RULE = aRule();
const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const IMPORT = { action: 'ecr:BatchImportUpstreamImage' } as const;
const CREATE = { action: 'ecr:CreateRepository', outcome: 'denied', layer: 'identity-based' } as const;
const NO_ROLE = { principal: null, exists: false, actions: [] };

testCheck(deniedImport, {
  allowed: [{ when: 'everything is', facts: { importingRule: RULE, importAccess: anAccess(IMPORT) } }],
  'no-statement': [
    {
      when: 'the first right is missing',
      facts: { importingRule: RULE, importAccess: anAccess(CREATE, IMPORT) },
      says: `The image is not cached yet, and \`${ROLE}\` may not have it fetched: no identity-based policy allows it ecr:CreateRepository on arn:aws:ecr:us-east-1:123456789012:repository/shop/api.`,
    },
  ],
  'explicit-deny': [
    {
      when: 'a statement says so',
      facts: {
        importingRule: RULE,
        importAccess: anAccess({ ...IMPORT, outcome: 'denied', layer: 'resource-based', explicit: true }),
      },
    },
  ],
  'layer-denies': [
    {
      when: 'a boundary leaves it out',
      facts: {
        importingRule: RULE,
        importAccess: anAccess({ ...IMPORT, outcome: 'denied', layer: 'permissions boundary' }),
      },
    },
  ],
  'depends-on-role': [
    {
      when: 'one of two roles may, and nobody knows which asks',
      facts: {
        importingRule: RULE,
        importAccess: {
          ...anAccess(CREATE),
          others: [{ ...anAccess(IMPORT), principal: 'arn:aws:iam::444455556666:role/instances' }],
        },
      },
    },
  ],
  unsure: [
    {
      when: 'a policy is unread',
      facts: { importingRule: RULE, importAccess: anAccess({ ...IMPORT, outcome: 'unknown', unknowns: ['it'] }) },
    },
  ],
  'no-role': [{ when: 'nobody is named', facts: { importingRule: RULE, importAccess: NO_ROLE } }],
  'role-gone': [
    { when: 'there is none', facts: { importingRule: RULE, importAccess: { ...NO_ROLE, principal: ROLE } } },
  ],
  'nothing-to-import': [{ when: 'nothing is missing', facts: { importingRule: null, importAccess: null } }],
});

const denialOf = (action: Denial['action']): Denial => ({
  principal: ROLE,
  action,
  resource: null,
  layer: 'identity-based',
  explicit: false,
  policy: null,
});

it.each([
  ['object, for ECR says that there is no such image', null, 'object'],
  ['object, when the message denies something else', denialOf('ecr:BatchGetImage'), 'object'],
  ['permission, when the message names the right', denialOf('ecr:CreateRepository'), 'permission'],
])('shows at the step %s', (_title, denial, step) => {
  const facts = { importingRule: RULE, importAccess: anAccess(IMPORT, CREATE) };
  expect(deniedImport.evaluate(facts, anIncident({ denial }))).toMatchObject({ step, data: { action: CREATE.action } });
});
