import { upstreamRefuses } from '../../../src/checks/cache/upstream-refuses.ts';
import { aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const importingRule = aRule();

testCheck(upstreamRefuses, {
  valid: [{ when: 'ECR got in', facts: { importingRule, pullThroughValidation: { isValid: true, failure: null } } }],
  refused: [
    {
      when: 'ECR says why not',
      facts: { importingRule, pullThroughValidation: { isValid: false, failure: 'The token is wrong.' } },
      says: 'ECR tried rule `hub` and did not get into `registry-1.docker.io`. It says: “The token is wrong”.',
    },
    {
      when: 'ECR gives no reason',
      facts: { importingRule, pullThroughValidation: { isValid: false, failure: null } },
      says: 'ECR tried rule `hub` and did not get into `registry-1.docker.io`. It says: “no reason given”.',
    },
  ],
  'no-login': [{ when: 'nothing was to be tried', facts: { importingRule, pullThroughValidation: null } }],
  'nothing-to-import': [{ when: 'nothing is missing', facts: { importingRule: null, pullThroughValidation: null } }],
});
