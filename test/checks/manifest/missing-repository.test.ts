import { missingRepository } from '../../../src/checks/manifest/missing-repository.ts';
import { aRepository, aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(missingRepository, {
  exists: [{ when: 'ECR describes it', facts: { repository: aRepository(), importingRule: null } }],
  missing: [
    {
      when: 'ECR says that there is none',
      facts: { repository: null, importingRule: null },
      says: 'There is no repository `shop/api` in 123456789012 us-east-1.',
    },
  ],
  cached: [
    {
      when: 'a pull through cache rule would make it',
      facts: { repository: null, importingRule: aRule({ prefix: 'shop' }) },
      says: 'ECR makes `shop/api` at the first pull of an image that `registry-1.docker.io` has, through rule `shop`: that it is missing here does not say whether the image is there.',
    },
  ],
});
