import { repositoryElsewhere } from '../../../src/checks/manifest/repository-elsewhere.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(repositoryElsewhere, {
  elsewhere: [
    {
      when: 'two other places have it',
      facts: {
        repositoryElsewhere: [
          { account: '123456789012', region: 'eu-west-1' },
          { account: '444455556666', region: 'us-east-1' },
        ],
      },
      says: 'A repository of this name exists in 123456789012 eu-west-1 and 444455556666 us-east-1: the image may name the wrong Region or account.',
    },
  ],
  nowhere: [{ when: 'no configured place has it', facts: { repositoryElsewhere: [] } }],
});
