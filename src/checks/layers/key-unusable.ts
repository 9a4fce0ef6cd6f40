import type { EcrIncident } from '../../domain/check.ts';
import type { RepositoryKey } from '../../domain/facts/copies.ts';
import { defineCheck } from '../define-check.ts';

/** KMS says no to every use of a key in any other state (KMS developer guide, "Key states of AWS KMS keys"). */
const USABLE: ReadonlySet<string> = new Set(['Enabled', 'Updating']);

export const keyUnusable = defineCheck({
  id: 'key-unusable',
  stage: 'layers',
  step: 'permission',
  question: 'Can ECR use the KMS key that encrypts the repository?',
  needs: ['repository', 'repositoryKey'],
  concerns: ['kms', 'layer_download_failed', 'access_denied', 'other'],
  answers: {
    usable: { verdict: 'pass', says: 'Key `{{key}}` of the repository is enabled, and ECR may use it.' },
    disabled: {
      verdict: 'fail',
      says: 'Key `{{key}}` of the repository is disabled, so ECR cannot decrypt its images until its owner enables it again.',
    },
    'pending-deletion': {
      verdict: 'fail',
      says: 'Key `{{key}}` of the repository is to be deleted at {{deletionAt}} and is out of use: with it, the images are lost for good. Until then its owner can cancel the deletion, and then enable the key.',
    },
    missing: {
      verdict: 'fail',
      says: 'KMS knows no key `{{key}}`, which encrypts the repository: if it was deleted, the images are lost for good.',
    },
    'out-of-use': {
      verdict: 'fail',
      says: 'Key `{{key}}` of the repository is in state {{state}}, and cannot be used.',
    },
    'no-grant': {
      verdict: 'fail',
      says: 'Key `{{key}}` is enabled, but ECR’s grant for this repository is gone, so ECR may not decrypt its images. No way to have it back is documented: it takes a new repository, and the images pushed again.',
    },
    'another-key': {
      verdict: 'unknown',
      says: 'The message speaks of a KMS key, and the one of the repository is not to blame: it may mean another, such as that of a secret or of a function.',
    },
    'no-key': { verdict: 'not-applicable', says: 'S3’s own keys encrypt the repository: nobody can take them away.' },
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository to decrypt.' },
  },
  evaluate({ repository, repositoryKey: key }, incident) {
    if (repository === null) return { answer: 'no-repository' };
    if (key === null) return { answer: speaksOfKeys(incident) ? 'another-key' : 'no-key' };
    // The action is what a message would name if KMS refused it.
    const data = {
      action: 'kms:Decrypt',
      key: key.arn,
      state: key.state ?? '',
      deletionAt: key.deletionAt ?? 'a time that KMS does not tell',
    };
    const trouble = troubleWith(key);
    if (trouble !== null) return { answer: trouble, data };
    // Lambda’s own messages about keys mean the key of the function.
    return { answer: speaksOfKeys(incident) && incident.platform === 'lambda' ? 'another-key' : 'usable', data };
  },
});

function troubleWith({ state, hasGrant }: RepositoryKey) {
  if (state === null) return 'missing';
  if (state === 'Disabled') return 'disabled';
  if (state === 'PendingDeletion' || state === 'PendingReplicaDeletion') return 'pending-deletion';
  if (!USABLE.has(state)) return 'out-of-use';
  return hasGrant === false ? 'no-grant' : null;
}

function speaksOfKeys({ symptom }: EcrIncident): boolean {
  return symptom?.kind === 'kms';
}
