import { describe, expect, it } from 'vitest';
import { lackOf } from '../../../../src/investigation/derived/access/access-lack.ts';
import {
  type AccessRequest,
  evaluateAccess,
  NO_POLICIES,
  parsePolicy,
} from '../../../../src/semantics/iam-policy/index.ts';

const REQUEST: AccessRequest = {
  principal: { kind: 'role', arn: 'arn:aws:iam::111122223333:role/puller', account: '111122223333', tags: {} },
  action: 'ecr:BatchGetImage',
  resource: { arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/api', account: '111122223333' },
  context: { 'aws:RequestedRegion': 'eu-west-1' },
  absentKeys: [],
};

/** What is lacking where the identity's one policy allows the pull under this condition. */
function lacking(values: readonly string[]) {
  const document = {
    Version: '2012-10-17',
    Statement: {
      Sid: 'Pull',
      Effect: 'Allow',
      Action: 'ecr:*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': values } },
    },
  };
  const parsed = parsePolicy(document);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const named = { name: 'policy pull', document: parsed.document, text: JSON.stringify(document) };
  const policies = { ...NO_POLICIES, identity: [named] };
  return lackOf(evaluateAccess(REQUEST, policies), policies, REQUEST);
}

describe('a condition that does not hold', () => {
  it.each([
    [['us-east-1'], undefined],
    [['${aws:PrincipalTag/team}'], ['aws:PrincipalTag/team']],
    [['${ aws:PrincipalTag/team }/x'], ['aws:PrincipalTag/team']],
    [["${aws:PrincipalTag/team, 'none'}"], ['aws:PrincipalTag/team']],
    [
      ['${aws:PrincipalTag/a}${aws:PrincipalTag/b}', '${aws:PrincipalTag/a}'],
      ['aws:PrincipalTag/a', 'aws:PrincipalTag/b'],
    ],
    [['${*}${?}${$}${}'], undefined],
    [['${aws:PrincipalTag/team'], undefined],
  ])('of %j is told with what its variables stand for: %j', (values, keys) => {
    const [nearly] = lacking(values)?.nearly ?? [];
    expect(nearly).toMatchObject({ layer: 'identity-based', fails: ['condition'] });
    const [condition] = nearly?.conditions ?? [];
    expect(condition).toMatchObject({ key: 'aws:RequestedRegion', actual: ['eu-west-1'] });
    expect(condition?.variables?.map(({ key }) => key)).toEqual(keys);
  });
});

it('is nothing where the decision is a yes', () => {
  expect(lacking(['eu-west-1'])).toBeUndefined();
});
