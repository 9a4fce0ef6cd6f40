import { expect, it } from 'vitest';
import type { PullingService } from '../../../../src/domain/puller.ts';
import { judgePullAccess } from '../../../../src/investigation/derived/access/access.ts';
import { anIncident } from '../../../support/an-incident.ts';

const OTHER = '444455556666';
const HOME = '123456789012';
const lambdaOf = (account: string): PullingService => ({
  principal: 'lambda.amazonaws.com',
  sourceArn: `arn:aws:lambda:us-east-1:${account}:function:thumbnails`,
  sourceAccount: account,
});
const policy = (...statements: readonly object[]) => ({
  name: 'repository policy',
  text: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
});
const letIn = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: OTHER },
  Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  ...more,
});

it.each([
  ['is shut out where the repository has no policy', OTHER, null, OTHER],
  ['is let in by name', OTHER, policy(letIn()), null],
  ['is shut out where one of the actions is missing', OTHER, policy(letIn({ Action: 'ecr:BatchGetImage' })), OTHER],
  [
    'is not said to be shut out where that hangs on what is not known',
    OTHER,
    policy(letIn({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })),
    null,
  ],
  ['is not said to be shut out where the policy could not be read', OTHER, 'unknown' as const, null],
  ['needs no grant from itself', HOME, null, null],
])('the account of a function %s', (_what, account, repositoryPolicy, shutOut) => {
  const asker = lambdaOf(account);
  expect(judgePullAccess(asker, repositoryPolicy, null, anIncident()).onBehalfOf).toEqual({
    sourceArn: asker.sourceArn,
    shutOut,
  });
});
