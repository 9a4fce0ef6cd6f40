import { keyUnusable } from '../../../src/checks/layers/key-unusable.ts';
import { SYMPTOMS } from '../../support/an-incident.ts';
import { aKey, aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const repository = aRepository({ encryption: { type: 'KMS', key: aKey().arn } });
const KMS_SYMPTOM = { ...SYMPTOMS.denied, kind: 'kms', quote: 'KmsException' } as const;

testCheck(keyUnusable, {
  usable: [
    { when: 'it is enabled and granted', facts: { repository, repositoryKey: aKey() } },
    {
      when: 'AWS manages it, so that no grant matters',
      facts: { repository, repositoryKey: aKey({ hasGrant: null }) },
    },
    {
      when: 'the text speaks of keys, and another pull than Lambda’s',
      facts: { repository, repositoryKey: aKey() },
      incident: { symptom: KMS_SYMPTOM },
    },
  ],
  disabled: [
    { when: 'somebody disabled it', facts: { repository, repositoryKey: aKey({ state: 'Disabled', hasGrant: null }) } },
  ],
  'pending-deletion': [
    {
      when: 'its days are counted',
      facts: {
        repository,
        repositoryKey: aKey({ state: 'PendingDeletion', deletionAt: '2026-03-09T00:00:00.000Z', hasGrant: null }),
      },
      says: 'Key `arn:aws:kms:us-east-1:123456789012:key/1` of the repository is to be deleted at 2026-03-09T00:00:00.000Z and is out of use: with it, the images are lost for good. Until then its owner can cancel the deletion, and then enable the key.',
    },
    {
      when: 'a primary key waits for its replicas to go',
      facts: { repository, repositoryKey: aKey({ state: 'PendingReplicaDeletion', hasGrant: null }) },
    },
  ],
  missing: [{ when: 'KMS knows none', facts: { repository, repositoryKey: aKey({ state: null, hasGrant: null }) } }],
  'out-of-use': [
    {
      when: 'its store is out of reach',
      facts: { repository, repositoryKey: aKey({ state: 'Unavailable', hasGrant: null }) },
      says: 'Key `arn:aws:kms:us-east-1:123456789012:key/1` of the repository is in state Unavailable, and cannot be used.',
    },
  ],
  'no-grant': [{ when: 'the grant was retired', facts: { repository, repositoryKey: aKey({ hasGrant: false }) } }],
  'another-key': [
    {
      when: 'the text speaks of a key, and the repository has none',
      facts: { repository: aRepository(), repositoryKey: null },
      incident: { symptom: KMS_SYMPTOM },
    },
    {
      when: 'Lambda speaks of a key, and that of the repository is right',
      facts: { repository, repositoryKey: aKey() },
      incident: { symptom: KMS_SYMPTOM, platform: 'lambda' },
    },
  ],
  'no-key': [{ when: 'S3’s own keys encrypt it', facts: { repository: aRepository(), repositoryKey: null } }],
  'no-repository': [{ when: 'the repository is missing', facts: { repository: null, repositoryKey: null } }],
});
