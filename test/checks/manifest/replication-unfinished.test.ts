import { replicationUnfinished } from '../../../src/checks/manifest/replication-unfinished.ts';
import { aCopy, anImageFact, aReplication } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const MISSING = { image: null, images: [], imageElsewhere: [aCopy()] };

testCheck(replicationUnfinished, {
  'in-progress': [
    {
      when: 'ECR is sending it',
      facts: { ...MISSING, replications: [aReplication({ state: 'in-progress' })] },
      says: 'Replication from 123456789012 eu-west-1 is under way: most images arrive within 30 minutes.',
    },
    {
      when: 'one source failed and another is sending it',
      facts: {
        ...MISSING,
        replications: [
          aReplication({ state: 'failed' }),
          aReplication({ state: 'in-progress', account: '444455556666' }),
        ],
      },
      says: 'Replication from 444455556666 eu-west-1 is under way: most images arrive within 30 minutes.',
    },
  ],
  failed: [
    {
      when: 'ECR says why',
      facts: { ...MISSING, replications: [aReplication({ state: 'failed', failure: 'AccessDenied' })] },
      says: 'Replication from 123456789012 eu-west-1 failed: `AccessDenied`.',
    },
    {
      when: 'ECR does not say why',
      facts: { ...MISSING, replications: [aReplication({ state: 'failed' })] },
      says: 'Replication from 123456789012 eu-west-1 failed: ECR gives no reason.',
    },
  ],
  'not-sent': [
    {
      when: 'a rule takes the repository, and ECR knows of no attempt',
      facts: { ...MISSING, replications: [aReplication({ state: 'not-sent' })] },
    },
  ],
  'left-out': [
    {
      when: 'no filter takes the repository',
      facts: { ...MISSING, replications: [aReplication({ state: 'left-out', prefixes: ['prod/', 'base/'] })] },
      says: '123456789012 eu-west-1 replicates to here only repositories whose names begin with `prod/` and `base/`, and this is none of them.',
    },
  ],
  untagged: [
    {
      when: 'the digest is here, and the tag is not',
      facts: { ...MISSING, images: [anImageFact({ tags: [] })], replications: [aReplication({ state: 'complete' })] },
    },
  ],
  complete: [
    { when: 'it came, and is gone since', facts: { ...MISSING, replications: [aReplication({ state: 'complete' })] } },
  ],
  'no-rule': [{ when: 'nobody replicates to here', facts: { ...MISSING, replications: [] } }],
  'no-copy': [{ when: 'no place has it to send', facts: { ...MISSING, imageElsewhere: [], replications: [] } }],
  'still-there': [
    {
      when: 'it lies here, in the archive',
      facts: { ...MISSING, image: anImageFact({ status: 'ARCHIVED' }), replications: [] },
    },
  ],
});
