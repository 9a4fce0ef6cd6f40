import { missingRepository } from '../../../src/checks/manifest/missing-repository.ts';
import { aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(missingRepository, {
  exists: [{ when: 'ECR describes it', facts: { repository: aRepository(), pullThroughRule: null } }],
  missing: [
    {
      when: 'ECR says that there is none',
      facts: { repository: null, pullThroughRule: null },
      says: 'There is no repository `shop/api` in 123456789012 us-east-1.',
    },
  ],
  cached: [
    {
      when: 'a pull through cache rule would make it',
      facts: { repository: null, pullThroughRule: { prefix: 'shop', upstream: 'registry-1.docker.io' } },
      says: 'ECR makes `shop/api` at the first pull through rule `shop`, so that it is missing proves nothing.',
    },
  ],
});
