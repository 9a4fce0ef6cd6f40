import { registryCredentialsOnEcr } from '../../../src/checks/token/registry-credentials-on-ecr.ts';
import { HOST, anIncident } from '../../support/an-incident.ts';
import { testCheck } from '../../support/test-check.ts';
import { expect, it } from 'vitest';

const IMAGE = `${HOST}/shop/api:v2.1.0`;

testCheck(registryCredentialsOnEcr, {
  role: [
    { when: 'no container has a secret', facts: { secretLogins: [] } },
    {
      when: 'only the images of others have one',
      facts: { secretLogins: ['docker.io/library/nginx:1', `${HOST}/shop/api-worker:v2.1.0`, `${HOST}/shop:v1`] },
    },
  ],
  secret: [
    {
      when: 'the image has one',
      facts: { secretLogins: [IMAGE] },
      says: `The task definition names \`repositoryCredentials\` for \`${IMAGE}\`, so ECS logs in with what a secret holds and not with the execution role. What logs in to ECR is valid for 12 hours, so a secret is nearly always too old: take \`repositoryCredentials\` out.`,
    },
    { when: 'it is named by its digest', facts: { secretLogins: [`${HOST}/shop/api@sha256:${'a1'.repeat(32)}`] } },
    { when: 'it is named without a tag', facts: { secretLogins: [`${HOST}/shop/api`] } },
  ],
  'no-task': [{ when: 'a node of a cluster pulls', facts: { secretLogins: null } }],
});

it('does not explain a denial of a role, which has logged in', () => {
  const denial = {
    principal: 'arn:aws:sts::444455556666:assumed-role/checkout-exec/1',
    action: 'ecr:BatchGetImage',
    resource: null,
    layer: null,
    explicit: false,
    policy: null,
  } as const;
  expect(registryCredentialsOnEcr.evaluate({ secretLogins: [IMAGE] }, anIncident({ denial }))).toMatchObject({
    answer: 'secret',
    explains: false,
  });
});
