import { missingRepository } from '../../../src/checks/manifest/missing-repository.ts';
import { aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(missingRepository, {
  exists: [{ when: 'ECR describes it', facts: { repository: aRepository() } }],
  missing: [
    {
      when: 'ECR says that there is none',
      facts: { repository: null },
      says: 'There is no repository `shop/api` in 123456789012 us-east-1.',
    },
  ],
});
