import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/semantics/iam-policy/index.ts';
import type { AccessRequest, RequestPrincipal } from '../../../src/semantics/iam-policy/index.ts';
import { PRINCIPALS, SHOP } from './access-case.ts';

type Named = keyof typeof PRINCIPALS;

function read(principal: RequestPrincipal, key: string, more: Partial<AccessRequest> = {}) {
  const resource = { arn: '*', account: SHOP };
  const state = contextOf({ principal, action: 'ecr:BatchGetImage', resource, context: {}, absentKeys: [], ...more })(
    key,
  );
  return 'values' in state ? state.values : state.state;
}

describe('what a principal says of itself', () => {
  it.each<[Named, string, readonly string[] | 'absent' | 'unknown']>([
    ['lambda', 'aws:PrincipalIsAWSService', ['true']],
    ['lambda', 'aws:PrincipalServiceName', ['lambda.amazonaws.com']],
    ['lambda', 'aws:PrincipalArn', 'absent'],
    ['lambda', 'aws:PrincipalAccount', 'absent'],
    ['lambda', 'aws:PrincipalOrgID', 'absent'],
    ['lambda', 'aws:PrincipalOrgPaths', 'absent'],
    ['lambda', 'aws:username', 'absent'],
    ['lambda', 'aws:PrincipalTag/team', 'absent'],
    ['role', 'aws:PrincipalIsAWSService', ['false']],
    ['role', 'aws:PrincipalServiceName', 'absent'],
    ['role', 'aws:PrincipalServiceNamesList', 'absent'],
    ['role', 'aws:PrincipalAccount', [SHOP]],
    ['role', 'aws:PrincipalOrgID', 'unknown'],
    ['role', 'aws:PrincipalTag/team', 'unknown'],
    ['role', 'aws:PrincipalType', ['AssumedRole']],
    ['session', 'aws:PrincipalType', ['AssumedRole']],
    ['user', 'aws:PrincipalType', ['User']],
    ['root', 'aws:PrincipalType', ['Account']],
    ['role', 'aws:username', 'absent'],
    ['user', 'aws:username', ['ann']],
    ['session', 'aws:PrincipalArn', [PRINCIPALS.session.roleArn]],
    ['session without role', 'aws:PrincipalArn', 'unknown'],
    ['tagged role', 'aws:PrincipalOrgID', ['o-shop']],
    ['tagged role', 'aws:PrincipalTag/TEAM', ['shop']],
    ['tagged role', 'aws:PrincipalTag/tier', 'absent'],
    ['tagged role', 'aws:SourceVpc', 'unknown'],
  ])('%s: %s is %j', (principal, key, is) => {
    expect(read(PRINCIPALS[principal], key)).toEqual(is);
  });

  it('is the name behind the path of a user', () => {
    const ann = { ...PRINCIPALS.user, arn: `arn:aws:iam::${SHOP}:user/staff/ann` };
    expect(read(ann, 'aws:username')).toEqual(['ann']);
  });
});

describe('what a caller states', () => {
  const { role } = PRINCIPALS;

  it.each<[string, Partial<AccessRequest>, readonly string[] | 'absent' | 'unknown']>([
    ['aws:PrincipalAccount', { context: { 'AWS:principalaccount': '999' } }, ['999']],
    ['aws:TagKeys', { context: { 'aws:TagKeys': ['a', 'b'] } }, ['a', 'b']],
    ['aws:TagKeys', { context: { 'aws:TagKeys': [] } }, 'absent'],
    ['aws:ResourceTag/team', { absentKeys: ['aws:ResourceTag/*'] }, 'absent'],
    ['aws:ResourceTags', { absentKeys: ['aws:ResourceTag/*'] }, 'unknown'],
    ['aws:SourceVpce', { absentKeys: ['aws:SourceVpc'] }, 'unknown'],
    ['aws:PrincipalAccount', { absentKeys: ['aws:PrincipalAccount'] }, 'absent'],
    ['aws:PrincipalAccount', { absentKeys: 'every-other' }, [SHOP]],
    ['aws:SourceVpc', { absentKeys: 'every-other' }, 'absent'],
  ])('%s with %j is %j', (key, more, is) => {
    expect(read(role, key, more)).toEqual(is);
  });
});
