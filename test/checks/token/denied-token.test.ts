import { expect, it } from 'vitest';
import type { AccessFact } from '../../../src/domain/access.ts';
import { deniedToken } from '../../../src/checks/token/denied-token.ts';
import { anIncident, SYMPTOMS } from '../../support/an-incident.ts';
import { aLack, anAccess, aNearMiss } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const INSTANCE = 'arn:aws:iam::444455556666:role/instances';
const eitherOf = (own: AccessFact, other: AccessFact): AccessFact => ({
  ...own,
  others: [{ ...other, principal: INSTANCE }],
});
const TOKEN = { action: 'ecr:GetAuthorizationToken', resource: '*' } as const;
const DENIED = { ...TOKEN, outcome: 'denied', layer: 'identity-based' } as const;

testCheck(deniedToken, {
  allowed: [
    { when: 'a policy allows it', facts: { tokenAccess: anAccess(TOKEN) } },
    {
      when: 'both that may pull may',
      facts: { tokenAccess: eitherOf(anAccess(TOKEN), anAccess(TOKEN)) },
      says: `\`arn:aws:iam::444455556666:role/checkout-exec\` and \`${INSTANCE}\` may ecr:GetAuthorizationToken, as the policies say that I can read.`,
    },
  ],
  'no-role': [
    { when: 'the task definition names none', facts: { tokenAccess: { principal: null, exists: false, actions: [] } } },
  ],
  'role-gone': [
    {
      when: 'IAM knows no such role',
      facts: { tokenAccess: { ...anAccess(), exists: false } },
    },
  ],
  'no-statement': [
    {
      when: 'neither that may pull may',
      facts: {
        tokenAccess: eitherOf(anAccess({ ...TOKEN, outcome: 'denied' }), anAccess({ ...TOKEN, outcome: 'denied' })),
      },
      says: `\`arn:aws:iam::444455556666:role/checkout-exec\` and \`${INSTANCE}\` may not ecr:GetAuthorizationToken on *: no identity-based policy allows it.`,
    },
    {
      when: 'no statement allows it',
      facts: { tokenAccess: anAccess({ ...TOKEN, outcome: 'denied', layer: 'identity-based' }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken on *: no identity-based policy allows it.',
    },
  ],
  'explicit-deny': [
    {
      when: 'a statement denies it',
      facts: {
        tokenAccess: anAccess({
          ...TOKEN,
          outcome: 'denied',
          layer: 'identity-based',
          explicit: true,
          statement: 'statement 1 of inline policy lock',
        }),
      },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken on *: statement 1 of inline policy lock denies it.',
    },
  ],
  'no-token': [{ when: 'Lambda pulls', facts: { tokenAccess: null } }],
  'depends-on-role': [
    {
      when: 'the role of the instance may, and the execution role may not',
      facts: { tokenAccess: eitherOf(anAccess({ ...TOKEN, outcome: 'denied' }), anAccess(TOKEN)) },
      says: `One of these roles pulls, and AWS does not say which: \`${INSTANCE}\` may, \`arn:aws:iam::444455556666:role/checkout-exec\` may not ecr:GetAuthorizationToken. The message of a denial names the one that asked.`,
    },
    {
      when: 'one of them does not exist',
      facts: { tokenAccess: eitherOf({ ...anAccess(), exists: false }, anAccess(TOKEN)) },
    },
  ],
  'other-resource': [
    {
      when: 'a statement is scoped to a repository',
      facts: {
        tokenAccess: anAccess({
          ...DENIED,
          lack: aLack({ nearly: [aNearMiss({ resources: ['arn:aws:ecr:us-east-1:1:repository/a'] })] }),
        }),
      },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken: statement 1 of inline policy pull allows it on arn:aws:ecr:us-east-1:1:repository/a only, and tokens know no repository: it needs `*`.',
    },
  ],
  'condition-fails': [
    {
      when: 'Fargate asks out of a network of AWS’s own',
      facts: {
        tokenAccess: anAccess({
          ...DENIED,
          lack: aLack({
            nearly: [
              aNearMiss({
                fails: ['condition'],
                conditions: [
                  { operator: 'StringEquals', key: 'aws:SourceVpc', values: ['vpc-1', 'vpc-2'], actual: 'absent' },
                ],
              }),
            ],
          }),
        }),
      },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken on *: statement 1 of inline policy pull would allow it, but its condition StringEquals `aws:SourceVpc` `vpc-1` and `vpc-2` does not hold: the request comes through no endpoint of yours.',
    },
  ],
  'boundary-denies': [
    {
      when: 'the boundary leaves it out',
      facts: {
        tokenAccess: anAccess({
          ...TOKEN,
          outcome: 'denied',
          layer: 'permissions boundary',
          lack: aLack({
            layers: ['permissions boundary'],
            documents: [{ layer: 'permissions boundary', name: 'managed policy ceiling' }],
          }),
        }),
      },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken on *: its permissions boundary (managed policy ceiling) does not allow it, whatever its policies say.',
    },
  ],
  'no-policy': [
    { when: 'no policy speaks of it', facts: { tokenAccess: anAccess({ ...DENIED, lack: aLack() }) } },
    {
      when: 'a node pulls, which AWS has another policy for',
      facts: { tokenAccess: anAccess({ ...DENIED, lack: aLack() }) },
      incident: { platform: 'kubernetes' },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken on *: none of its policies allows it. AWS’s own `AmazonEC2ContainerRegistryPullOnly` would.',
    },
  ],
  'layer-denies': [
    {
      when: 'the boundary does not allow it',
      facts: { tokenAccess: anAccess({ ...TOKEN, outcome: 'denied', layer: 'permissions boundary' }) },
    },
  ],
  'level-denies': [
    {
      when: 'a level of the organization has a list that leaves it out',
      facts: {
        tokenAccess: anAccess({
          ...TOKEN,
          outcome: 'denied',
          layer: 'service control',
          lack: aLack({ layers: ['service control'], level: 'root r-ab12' }),
        }),
      },
    },
  ],
  unsure: [
    {
      when: 'one that may pull may, and of the other it is open',
      facts: { tokenAccess: eitherOf(anAccess(TOKEN), anAccess({ ...TOKEN, outcome: 'unknown', unknowns: ['x'] })) },
    },
    {
      when: 'a condition needs what we do not know',
      facts: { tokenAccess: anAccess({ ...TOKEN, outcome: 'unknown', unknowns: ['aws:SourceVpce'] }) },
    },
  ],
});

it('explains no text that says the role could not be assumed', () => {
  const symptom = { ...SYMPTOMS.denied, quote: 'ECS was unable to assume the role' };
  const facts = { tokenAccess: anAccess(DENIED) };
  expect(deniedToken.evaluate(facts, anIncident({ symptom }))).toMatchObject({ explains: false });
  expect(deniedToken.evaluate(facts, anIncident({ symptom: SYMPTOMS.denied }))).not.toHaveProperty('explains');
});
