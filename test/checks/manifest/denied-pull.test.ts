import { deniedPull } from '../../../src/checks/manifest/denied-pull.ts';
import type { AccessFact } from '../../../src/domain/access.ts';
import type { AccessLack } from '../../../src/domain/access-lack.ts';
import { aLack, anAccess, aNearMiss, aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const repository = aRepository();
const LAYERS = { action: 'ecr:GetDownloadUrlForLayer' } as const;
const OWN = { outcome: 'denied', layer: 'identity-based' } as const;

const lacking = (parts: Partial<AccessLack>): AccessFact => anAccess({ ...OWN, lack: aLack(parts) });
const repositoryLacks = (parts: Partial<AccessLack>): AccessFact =>
  anAccess({
    outcome: 'denied',
    layer: 'resource-based',
    lack: aLack({
      layers: ['resource-based'],
      documents: [{ layer: 'resource-based', name: 'repository policy' }],
      ...parts,
    }),
  });

const DELETED_ROLE = aNearMiss({
  name: 'statement 1 of repository policy',
  layer: 'resource-based',
  fails: ['principal'],
  principals: ['AROAOLDROLE'],
});
const OTHER_ORGANIZATION = aNearMiss({
  ...DELETED_ROLE,
  fails: ['condition'],
  conditions: [{ operator: 'StringEquals', key: 'aws:PrincipalOrgID', values: ['o-theirs'], actual: ['o-ours'] }],
});

const OTHER_TEAM = aNearMiss({
  fails: ['condition'],
  conditions: [
    {
      operator: 'StringEquals',
      key: 'aws:ResourceTag/team',
      values: ['${aws:PrincipalTag/team}'],
      actual: ['shop'],
      variables: [{ key: 'aws:PrincipalTag/team', actual: ['payments'] }],
    },
  ],
});

testCheck(deniedPull, {
  allowed: [
    {
      when: 'every action is allowed',
      facts: { repository, pullAccess: anAccess({}, LAYERS) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may ecr:BatchGetImage and ecr:GetDownloadUrlForLayer, as the policies say that I can read.',
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
      says: 'Role `arn:aws:iam::444455556666:role/checkout-exec` does not exist, so nothing is allowed to it.',
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
  'level-denies': [
    {
      when: 'a level of the organization has a list that leaves it out',
      facts: {
        repository,
        pullAccess: anAccess({
          outcome: 'denied',
          layer: 'service control',
          lack: aLack({ layers: ['service control'], level: 'organizational unit ou-ab12-34567890' }),
        }),
      },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: no service control policy on organizational unit ou-ab12-34567890 allows it, and every level of the organization must.',
    },
  ],
  'depends-on-role': [
    {
      when: 'one of two roles may, and nobody knows which asks',
      facts: {
        repository: aRepository(),
        pullAccess: {
          ...anAccess({ outcome: 'denied' }),
          others: [{ ...anAccess({}), principal: 'arn:aws:iam::444455556666:role/instances' }],
        },
      },
    },
  ],
  unsure: [
    {
      when: 'a value is unknown',
      facts: { repository, pullAccess: anAccess({ outcome: 'unknown', unknowns: ['aws:SourceVpce'] }) },
    },
  ],
  'other-resource': [
    {
      when: 'its own policy names other repositories',
      facts: { repository, pullAccess: lacking({ nearly: [aNearMiss({ resources: ['arn:1', 'arn:2'] })] }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: statement 1 of inline policy pull allows it on arn:1 and arn:2 only.',
    },
  ],
  'condition-fails': [
    {
      when: 'the repository is for another organization',
      facts: { repository, pullAccess: repositoryLacks({ nearly: [OTHER_ORGANIZATION] }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: statement 1 of repository policy would allow it, but its condition StringEquals `aws:PrincipalOrgID` `o-theirs` does not hold: it is `o-ours`.',
    },
    {
      when: 'the repository is tagged for another team than the role',
      facts: { repository, pullAccess: lacking({ nearly: [OTHER_TEAM] }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: statement 1 of inline policy pull would allow it, but its condition StringEquals `aws:ResourceTag/team` `${aws:PrincipalTag/team}` does not hold: it is `shop` and `aws:PrincipalTag/team` is `payments`.',
    },
  ],
  'boundary-denies': [
    {
      when: 'the boundary leaves it out',
      facts: {
        repository,
        pullAccess: anAccess({
          outcome: 'denied',
          layer: 'permissions boundary',
          lack: aLack({
            layers: ['permissions boundary'],
            documents: [{ layer: 'permissions boundary', name: 'managed policy ceiling' }],
          }),
        }),
      },
    },
  ],
  'no-policy': [
    {
      when: 'within one account nothing allows it',
      facts: {
        repository,
        pullAccess: { ...lacking({}), principal: 'arn:aws:iam::123456789012:role/exec' },
      },
    },
  ],
  'incomplete-policy': [
    {
      when: 'its policies allow the other action',
      facts: { repository, pullAccess: anAccess({ ...OWN, lack: aLack() }, LAYERS) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: its policies allow ecr:GetDownloadUrlForLayer, and leave this out.',
    },
  ],
  'consumer-side': [
    {
      when: 'only the repository lets it in',
      facts: { repository, pullAccess: lacking({}) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: the repository lets it in, but none of its own policies allows it, and across accounts both must.',
    },
  ],
  'both-sides': [
    {
      when: 'each account waits for the other',
      facts: { repository, pullAccess: lacking({ layers: ['identity-based', 'resource-based'] }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: neither its own policies nor the repository’s allow it, and across accounts both must.',
    },
  ],
  'no-repository-policy': [
    {
      when: 'there is none',
      facts: { repository, pullAccess: repositoryLacks({ documents: [] }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: the repository has no policy, and only that could let the role or account 444455556666 in.',
    },
  ],
  'deleted-role': [
    {
      when: 'it names a unique id',
      facts: { repository, pullAccess: repositoryLacks({ nearly: [DELETED_ROLE] }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: statement 1 of repository policy names `AROAOLDROLE`, the id of a role or user that was deleted. One that is made again under its name has another id.',
    },
  ],
  'action-not-granted': [
    {
      when: 'no statement speaks of the action',
      facts: { repository, pullAccess: repositoryLacks({}) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: no statement of the repository policy allows it to anybody.',
    },
  ],
  'not-named': [
    {
      when: 'it names others',
      facts: {
        repository,
        pullAccess: repositoryLacks({ nearly: [{ ...DELETED_ROLE, principals: ['777788889999'] }] }),
      },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api: no statement of the repository policy names the role or account 444455556666.',
    },
  ],
  'no-repository': [
    {
      when: 'there is nothing to be allowed to',
      facts: { repository: null, pullAccess: anAccess({ outcome: 'denied' }) },
    },
  ],
});
