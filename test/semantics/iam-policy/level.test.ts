import { describe, expect, it } from 'vitest';
import { evaluateAccess, NO_POLICIES, type PolicySet } from '../../../src/semantics/iam-policy/index.ts';
import { policy, requestOf } from './access-case.ts';

const ALL = policy('all', { Effect: 'Allow', Action: '*', Resource: '*' });
const NEVER = policy('never', { Effect: 'Deny', Action: 'ecr:*', Resource: '*' });
const OTHER = policy('other', { Effect: 'Allow', Action: 's3:*', Resource: '*' });
const AWAY = policy('away', { Effect: 'Allow', Action: 'ecr:*', Resource: 'arn:aws:ecr:*:*:repository/away' });
const IF_VPC = policy('if', {
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
});

function serviceControl(...levels: NonNullable<Exclude<PolicySet['serviceControl'], 'unknown'>>) {
  const request = requestOf({ name: '', expect: { outcome: '' } });
  const { layers } = evaluateAccess(request, { ...NO_POLICIES, identity: [ALL], serviceControl: levels });
  return layers.find(({ layer }) => layer === 'service control');
}

describe('the level of control policies that does not say yes', () => {
  it.each([
    ['is the one that denies, before one that is silent', [[OTHER], [ALL, NEVER]], 1, 'denied'],
    ['is the first that is silent', [[ALL], [OTHER], []], 1, 'silent'],
    ['is a bare one', [[ALL], []], 1, 'silent'],
    ['is one that hangs on a key', [[ALL], [IF_VPC]], 1, 'unknown'],
    ['is silent for sure, where another only hangs on a key', [[IF_VPC], [OTHER]], 1, 'silent'],
    ['is one that was not read', [[ALL], 'unknown'], 1, 'unknown'],
  ] as const)('%s', (_what, levels, level, result) => {
    expect(serviceControl(...levels)).toMatchObject({ level, result });
  });

  it('is none when every level allows', () => {
    expect(serviceControl([ALL], [ALL])).not.toHaveProperty('level');
  });

  it('is the only one whose near misses are told', () => {
    expect(serviceControl([ALL, AWAY], [OTHER])?.nearMisses).toEqual([]);
    expect(serviceControl([ALL], [AWAY])?.nearMisses).toMatchObject([{ statement: { document: 'away' } }]);
  });
});
