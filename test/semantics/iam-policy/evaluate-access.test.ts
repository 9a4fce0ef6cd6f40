import { describe, expect, it } from 'vitest';
import { DECISION_LAYERS, NO_POLICIES, evaluateAccess } from '../../../src/semantics/iam-policy/index.ts';
import { SHOP, policiesOf, policy, requestOf, type AccessCase } from './access-case.ts';
import layers from './cases/layers.json' with { type: 'json' };
import principals from './cases/principals.json' with { type: 'json' };
import statements from './cases/statements.json' with { type: 'json' };

const TABLES: readonly (readonly [string, readonly AccessCase[]])[] = [
  ['statements', statements],
  ['principals', principals],
  ['layers', layers],
];

describe.each(TABLES)('evaluateAccess: %s', (_table, cases) => {
  it.each(cases)('$name: $expect.outcome', (example) => {
    const decision = evaluateAccess(requestOf(example), policiesOf(example));
    const { layers: expectedLayers, ...expected } = example.expect;
    expect(decision).toMatchObject(expected);
    expect(decision.decidedBy).toBe(example.expect.blockedBy?.[0] ?? null);
    const results = Object.fromEntries(decision.layers.map(({ layer, result }) => [layer, result]));
    expect(results).toMatchObject(expectedLayers ?? {});
  });
});

describe('what a decision tells', () => {
  const allow = { Sid: 'Pull', Effect: 'Allow', Action: 'ecr:*', Resource: '*' };
  const deny = { Sid: 'Never', Effect: 'Deny', Action: 'ecr:*', Resource: '*' };
  const request = requestOf({ name: '', expect: { outcome: '' } });

  function identityLayer(...documents: readonly object[][]) {
    const identity = documents.map((document, index) => policy(`document ${index}`, document));
    const decision = evaluateAccess(request, { ...NO_POLICIES, identity });
    return decision.layers.find(({ layer }) => layer === 'identity-based');
  }

  it('has one entry for each layer, in order', () => {
    const decision = evaluateAccess(request, NO_POLICIES);
    expect(decision.layers.map(({ layer }) => layer)).toEqual(DECISION_LAYERS);
  });

  it('names the statement that denies, by document, place and Sid', () => {
    expect(identityLayer([allow], [allow, deny])).toEqual({
      layer: 'identity-based',
      result: 'denied',
      statement: { document: 'document 1', index: 1, sid: 'Never' },
      nearMisses: [],
    });
  });

  it('names the statement that allows', () => {
    expect(identityLayer([], [allow])?.statement).toEqual({ document: 'document 1', index: 0, sid: 'Pull' });
  });

  it('names the statement on which an unknown hangs, and the keys', () => {
    const hanging = { ...deny, Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } };
    expect(identityLayer([allow, hanging])).toMatchObject({
      result: 'unknown',
      statement: { document: 'document 0', index: 1, sid: 'Never' },
      missingKeys: ['aws:SourceVpce'],
    });
  });

  it('names no keys for a layer that was not read', () => {
    const decision = evaluateAccess(request, { ...NO_POLICIES, identity: 'unknown' });
    expect(decision.layers).toContainEqual({ layer: 'identity-based', result: 'unknown', nearMisses: [] });
  });

  it('says which part of a nearly fitting statement fails', () => {
    const elsewhere = { Effect: 'Allow', Action: 'ecr:BatchGetImage', Resource: 'arn:aws:ecr:*:*:repository/other' };
    const outside = { ...allow, Condition: { StringEquals: { 'aws:PrincipalAccount': '999999999999' } } };
    expect(identityLayer([elsewhere, outside, { ...allow, Action: 's3:*' }])?.nearMisses).toEqual([
      { statement: { document: 'document 0', index: 0 }, fails: ['resource'], conditions: [] },
      {
        statement: { document: 'document 0', index: 1, sid: 'Pull' },
        fails: ['condition'],
        conditions: [{ operator: 'StringEquals', key: 'aws:PrincipalAccount', values: ['999999999999'] }],
      },
    ]);
  });

  it('lets one unreadable document of an identity hide an allow, but not a deny', () => {
    const unreadable = { name: 'hidden', document: 'unknown' } as const;
    const withAllow = evaluateAccess(request, { ...NO_POLICIES, identity: [unreadable, policy('a', [allow])] });
    const withDeny = evaluateAccess(request, { ...NO_POLICIES, identity: [unreadable, policy('d', [deny])] });
    expect([withAllow.outcome, withDeny.outcome]).toEqual(['unknown', 'denied']);
  });

  it('takes all other keys for absent when told so', () => {
    const unless = { ...allow, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } };
    const policies = { ...NO_POLICIES, identity: [policy('a', [unless])] };
    expect(evaluateAccess({ ...request, absentKeys: 'every-other' }, policies).outcome).toBe('denied');
  });

  it('still knows what follows from the principal when told so', () => {
    const own = { ...allow, Condition: { StringEquals: { 'aws:PrincipalAccount': SHOP } } };
    const policies = { ...NO_POLICIES, identity: [policy('a', [own])] };
    expect(evaluateAccess({ ...request, absentKeys: 'every-other' }, policies).outcome).toBe('allowed');
  });

  it('believes the context before what follows from the principal', () => {
    const own = { ...allow, Condition: { StringEquals: { 'aws:PrincipalAccount': SHOP } } };
    const policies = { ...NO_POLICIES, identity: [policy('a', [own])] };
    const stated = { ...request, context: { 'AWS:PrincipalAccount': '999999999999' } };
    expect(evaluateAccess(stated, policies).outcome).toBe('denied');
  });
});
