import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../src/semantics/iam-policy/index.ts';

const ALLOW = { Effect: 'Allow', Action: 'ecr:*', Resource: '*' };
const PARSED = {
  effect: 'Allow',
  principals: null,
  actions: { negated: false, patterns: ['ecr:*'] },
  resources: { negated: false, patterns: ['*'] },
  conditions: [],
};

function statementsOf(...statements: readonly object[]) {
  const parsed = parsePolicy({ Version: '2012-10-17', Statement: statements });
  return 'document' in parsed ? parsed.document.statements : parsed.problem;
}

describe('parsePolicy', () => {
  it('reads one statement and a list of one alike', () => {
    const document = { version: '2012-10-17', statements: [PARSED] };
    expect(parsePolicy({ Version: '2012-10-17', Statement: ALLOW })).toEqual({ document });
    expect(parsePolicy({ Version: '2012-10-17', Statement: [ALLOW] })).toEqual({ document });
  });

  it('takes a policy without version for one of 2008', () => {
    expect(parsePolicy({ Statement: [] })).toEqual({ document: { version: '2008-10-17', statements: [] } });
  });

  it('keeps the Sid, also an empty one', () => {
    expect(statementsOf({ ...ALLOW, Sid: 'A' }, { ...ALLOW, Sid: '' })).toMatchObject([{ sid: 'A' }, { sid: '' }]);
  });

  it('reads the Not elements', () => {
    expect(
      statementsOf({ Effect: 'Deny', NotAction: ['s3:*'], NotResource: 'a', NotPrincipal: { AWS: 'b' } }),
    ).toMatchObject([
      {
        actions: { negated: true, patterns: ['s3:*'] },
        resources: { negated: true, patterns: ['a'] },
        principals: { negated: true, entries: [{ type: 'AWS', value: 'b' }] },
      },
    ]);
  });

  it('reads principals of all types, one or many', () => {
    const principal = { AWS: ['1', '*'], Service: 'lambda.amazonaws.com', Federated: 'f', CanonicalUser: 'c' };
    expect(statementsOf({ ...ALLOW, Principal: principal })).toMatchObject([
      {
        principals: {
          entries: [
            { type: 'AWS', value: '1' },
            { type: 'AWS', value: '*' },
            { type: 'Service', value: 'lambda.amazonaws.com' },
            { type: 'Federated', value: 'f' },
            { type: 'CanonicalUser', value: 'c' },
          ],
        },
      },
    ]);
  });

  it('reads a bare star as every AWS principal', () => {
    expect(statementsOf({ ...ALLOW, Principal: '*' })).toMatchObject([
      { principals: { negated: false, entries: [{ type: 'AWS', value: '*' }] } },
    ]);
  });

  it('flattens conditions, and writes out numbers and Booleans', () => {
    const condition = { Bool: { 'aws:SecureTransport': true }, NumericLessThan: { a: 5, b: ['6', 7] } };
    expect(statementsOf({ ...ALLOW, Condition: condition })).toMatchObject([
      {
        conditions: [
          { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
          { operator: 'NumericLessThan', key: 'a', values: ['5'] },
          { operator: 'NumericLessThan', key: 'b', values: ['6', '7'] },
        ],
      },
    ]);
  });

  it.each([
    ['nothing', undefined, 'The policy is not a JSON object.'],
    ['null', null, 'The policy is not a JSON object.'],
    ['text', '{}', 'The policy is not a JSON object.'],
    ['a list', [ALLOW], 'The policy is not a JSON object.'],
    ['an unknown version', { Version: '2020-01-01', Statement: [] }, 'The policy has an unknown Version.'],
    ['no statement', { Version: '2012-10-17' }, 'The policy has no Statement.'],
  ])('refuses %s', (_name, json, problem) => {
    expect(parsePolicy(json)).toEqual({ problem });
  });

  it.each([
    ['is not a JSON object.', 'Allow'],
    ['has no Effect of Allow or Deny.', { ...ALLOW, Effect: 'allow' }],
    ['names no Action.', { Effect: 'Allow', Resource: '*' }],
    ['has a malformed Action.', { ...ALLOW, Action: {} }],
    ['has a malformed Action.', { ...ALLOW, NotAction: 's3:*' }],
    ['has a malformed Resource.', { ...ALLOW, Resource: [null] }],
    ['has a malformed Principal.', { ...ALLOW, Principal: 'ann' }],
    ['has a malformed Principal.', { ...ALLOW, Principal: { Person: 'ann' } }],
    ['has a malformed Principal.', { ...ALLOW, Principal: { AWS: [{}] } }],
    ['has a malformed Principal.', { ...ALLOW, Principal: '*', NotPrincipal: '*' }],
    ['has a malformed Condition.', { ...ALLOW, Condition: [] }],
    ['has a malformed Condition.', { ...ALLOW, Condition: { Bool: 'true' } }],
    ['has a malformed Condition.', { ...ALLOW, Condition: { Bool: { a: null } } }],
  ])('says which statement %s', (problem, statement) => {
    expect(parsePolicy({ Statement: [ALLOW, statement] })).toEqual({ problem: `Statement 1 ${problem}` });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (json, part) => {
        parsePolicy(json);
        parsePolicy({ Statement: json });
        const parsed = parsePolicy({ Statement: { ...ALLOW, Principal: part, Condition: json } });
        expect('document' in parsed || typeof parsed.problem === 'string').toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
