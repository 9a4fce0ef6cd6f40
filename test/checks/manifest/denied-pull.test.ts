import { deniedPull } from '../../../src/checks/manifest/denied-pull.ts';
import { anAccess, aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const repository = aRepository();
const LAYERS = { action: 'ecr:GetDownloadUrlForLayer' } as const;

testCheck(deniedPull, {
  allowed: [
    {
      when: 'every action is allowed',
      facts: { repository, pullAccess: anAccess({}, LAYERS) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may ecr:BatchGetImage and ecr:GetDownloadUrlForLayer, as its own policies and the repository’s say.',
    },
  ],
  'no-role': [
    {
      when: 'the task definition names none',
      facts: { repository, pullAccess: { principal: null, exists: false, actions: [] } },
    },
  ],
  'role-gone': [
    {
      when: 'IAM knows no such role',
      facts: { repository, pullAccess: { ...anAccess(), exists: false } },
      says: 'Role `arn:aws:iam::444455556666:role/checkout-exec` does not exist.',
    },
  ],
  'no-statement': [
    {
      when: 'only the second action is missing',
      facts: { repository, pullAccess: anAccess({}, { ...LAYERS, outcome: 'denied', layer: 'resource-based' }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetDownloadUrlForLayer on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: no resource-based policy allows it.',
    },
    {
      when: 'one action is unknown and another denied: the denial is certain',
      facts: {
        repository,
        pullAccess: anAccess({ outcome: 'unknown', unknowns: ['aws:SourceIp'] }, { ...LAYERS, outcome: 'denied' }),
      },
    },
  ],
  'explicit-deny': [
    {
      when: 'the repository policy denies',
      facts: { repository, pullAccess: anAccess({ outcome: 'denied', explicit: true, layer: 'resource-based' }) },
    },
  ],
  'layer-denies': [
    {
      when: 'a service control policy is silent',
      facts: { repository, pullAccess: anAccess({ outcome: 'denied', layer: 'service control' }) },
    },
  ],
  unsure: [
    {
      when: 'a value is unknown',
      facts: { repository, pullAccess: anAccess({ outcome: 'unknown', unknowns: ['aws:SourceVpce'] }) },
    },
  ],
  'no-repository': [
    {
      when: 'there is nothing to be allowed to',
      facts: { repository: null, pullAccess: anAccess({ outcome: 'denied' }) },
    },
  ],
});
