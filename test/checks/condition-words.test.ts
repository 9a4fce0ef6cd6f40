import { expect, it } from 'vitest';
import { conditionWords } from '../../src/checks/condition-words.ts';
import type { ActualValue, FailingCondition } from '../../src/domain/access-lack.ts';

const words = (key: string, actual: ActualValue, variables?: FailingCondition['variables']): string =>
  conditionWords({ operator: 'StringEquals', key, values: ['a', 'b'], actual, ...(variables && { variables }) });

it.each<[string, ActualValue, string]>([
  ['aws:PrincipalOrgID', ['o-1', 'o-2'], 'it is `o-1` and `o-2`'],
  ['aws:SourceIp', 'unknown', 'it is not known'],
  ['aws:SourceVpce', 'absent', 'the request comes through no endpoint of yours'],
  ['aws:SourceVpc', 'absent', 'the request comes through no endpoint of yours'],
  ['aws:VpcSourceIp', 'absent', 'the request comes through no endpoint of yours'],
  ['AWS:sourceip', 'absent', 'the pull goes through an endpoint, and then has no public address'],
  ['aws:PrincipalOrgID', 'absent', 'the account of the puller is in no organization'],
  ['aws:PrincipalTag/team', 'absent', 'the puller has no such tag'],
  ['aws:ResourceTag/team', 'absent', 'what is asked for has no such tag'],
  ['ecr:ResourceTag/team', 'absent', 'what is asked for has no such tag'],
  ['aws:SourceArn', 'absent', 'the request has no such key'],
])('of %s that is %j', (key, actual, is) => {
  expect(words(key, actual)).toBe(`its condition StringEquals \`${key}\` \`a\` and \`b\` does not hold: ${is}`);
});

it.each<[ActualValue, string]>([
  [['payments'], '`aws:PrincipalTag/team` is `payments`'],
  ['absent', '`aws:PrincipalTag/team` is not there (the puller has no such tag)'],
  ['unknown', '`aws:PrincipalTag/team` is not known'],
])('says what a variable stands for: %j', (actual, is) => {
  const variables = [{ key: 'aws:PrincipalTag/team', actual }];
  const said = words('aws:ResourceTag/team', ['shop'], variables);
  expect(said.endsWith(` does not hold: it is \`shop\` and ${is}`)).toBe(true);
});
