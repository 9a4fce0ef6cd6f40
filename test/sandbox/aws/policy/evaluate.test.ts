import { describe, expect, it } from 'vitest';
import { evaluateIdentity, evaluateResource, type PolicyRequest } from '../../../../src/sandbox/aws/policy/evaluate.ts';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const REQUEST: PolicyRequest = {
  action: 'ecr:BatchGetImage',
  resource: 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api',
  principal: {
    account: '444455556666',
    roleArn: ROLE,
    sessionArn: 'arn:aws:sts::444455556666:assumed-role/checkout-exec/1',
  },
  context: new Map(),
};
const text = (...statements: object[]): string => JSON.stringify({ Statement: statements });
const grant = (Principal: unknown): object => ({ Effect: 'Allow', Principal, Action: 'ecr:*' });

describe('evaluateIdentity', () => {
  it.each([
    ['the action', { Effect: 'Allow', Action: 'ecr:BatchGetImage', Resource: '*' }, 'allow'],
    ['the action in other letters', { Effect: 'Allow', Action: ['ECR:batchgetimage'], Resource: '*' }, 'allow'],
    ['a wildcard', { Effect: 'Allow', Action: 'ecr:Batch*', Resource: 'arn:aws:ecr:*:*:repository/shop/*' }, 'allow'],
    ['another action', { Effect: 'Allow', Action: 'ecr:GetDownloadUrlForLayer', Resource: '*' }, 'silent'],
    ['another repository', { Effect: 'Allow', Action: '*', Resource: 'arn:aws:ecr:*:*:repository/my-app' }, 'silent'],
    ['everything but the action', { Effect: 'Allow', NotAction: 'ecr:BatchGetImage', Resource: '*' }, 'silent'],
    ['everything but another resource', { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::*' }, 'deny'],
    [
      'a condition that does not hold',
      { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } },
      'silent',
    ],
  ])('%s', (_, statement, expected) => {
    expect(evaluateIdentity([text(statement)], REQUEST)).toBe(expected);
  });

  it('lets one denial win over any number of grants, in whatever document', () => {
    const all = text({ Effect: 'Allow', Action: '*', Resource: '*' });
    const none = text({ Effect: 'Deny', Action: 'ecr:*', Resource: '*' });
    expect(evaluateIdentity([all, none, all], REQUEST)).toBe('deny');
  });

  it.each(['', '{', '[]', 'null', '{"Statement":"x"}'])('takes %j for a policy that says nothing', (document) => {
    expect(evaluateIdentity([document], REQUEST)).toBe('silent');
  });
});

describe('evaluateResource', () => {
  it.each([
    ['everybody', grant('*'), 'allow'],
    ['everybody of AWS', grant({ AWS: '*' }), 'allow'],
    ['the role', grant({ AWS: ['arn:aws:iam::1:root', ROLE] }), 'allow'],
    ['the session', grant({ AWS: REQUEST.principal.sessionArn }), 'allow'],
    ['the account by its root', grant({ AWS: 'arn:aws:iam::444455556666:root' }), 'allow-for-account'],
    ['the account by its id', grant({ AWS: '444455556666' }), 'allow-for-account'],
    ['another account', grant({ AWS: '111111111111' }), 'silent'],
    ['a role of the same name that was made again', grant({ AWS: 'AROAEXAMPLE' }), 'silent'],
    ['everybody but the account', { Effect: 'Deny', NotPrincipal: { AWS: '444455556666' }, Action: '*' }, 'silent'],
    ['everybody but another', { Effect: 'Deny', NotPrincipal: { AWS: '111111111111' }, Action: '*' }, 'deny'],
  ])('%s', (_, statement, expected) => {
    expect(evaluateResource(text(statement), REQUEST)).toBe(expected);
  });

  it('lets a denial of the account win over a grant to the role', () => {
    const document = text(grant({ AWS: ROLE }), { Effect: 'Deny', Principal: { AWS: '444455556666' }, Action: '*' });
    expect(evaluateResource(document, REQUEST)).toBe('deny');
  });

  it('says nothing where there is no policy', () => {
    expect(evaluateResource(null, REQUEST)).toBe('silent');
  });
});
