import { describe, expect, it } from 'vitest';
import { describeStatement, documentsOf, unknownsOf } from '../../src/investigation/describe-decision.ts';
import {
  DECISION_LAYERS,
  type AccessDecision,
  type NamedDocument,
  NO_POLICIES,
  type PolicySet,
} from '../../src/semantics/iam-policy/index.ts';

type LayerDecision = AccessDecision['layers'][number];

const doc = (name: string): NamedDocument => ({ name, document: { version: '2012-10-17', statements: [] } });
const unread = (name: string): NamedDocument => ({ name, document: 'unknown' });
const STATEMENT = { document: 'inline policy pull', index: 1, sid: 'Odd' };

const undecided = (layers: readonly Partial<LayerDecision>[], missingKeys: readonly string[] = []): AccessDecision => ({
  outcome: 'unknown',
  layers: layers.map((layer) => ({ layer: 'identity-based', result: 'unknown', nearMisses: [], ...layer })),
  decidedBy: null,
  blockedBy: [],
  explicit: false,
  missingKeys,
});

describe('a statement', () => {
  it.each([
    [{ document: 'inline policy pull', index: 0 }, 'statement 1 of inline policy pull'],
    [STATEMENT, 'statement 2 (Odd) of inline policy pull'],
  ])('%j is called %s', (ref, words) => {
    expect(describeStatement(ref)).toBe(words);
  });
});

describe('what an undecided access hangs on', () => {
  const odd = `statement 2 (Odd) of inline policy pull, which names principals in a way that AWS does not say how to decide`;
  const registry = { policy: doc('registry'), scope: 'unknown' } as const;

  it.each<[string, AccessDecision, Partial<PolicySet>, readonly string[]]>([
    ['a key', undecided([], ['aws:SourceVpce']), {}, ['the condition key `aws:SourceVpce`, whose value is not known']],
    [
      'keys',
      undecided([], ['aws:SourceVpce', 'aws:SourceIp']),
      {},
      ['the condition keys `aws:SourceVpce` and `aws:SourceIp`, whose values are not known'],
    ],
    [
      'a layer that hangs on the key, said once',
      undecided([{ missingKeys: ['aws:SourceVpce'] }], ['aws:SourceVpce']),
      {},
      ['the condition key `aws:SourceVpce`, whose value is not known'],
    ],
    ['a layer that is decided: nothing', undecided([{ result: 'denied', statement: STATEMENT }]), {}, []],
    [
      'a layer that was not read',
      undecided([{ statement: STATEMENT }]),
      { identity: 'unknown' },
      ['the identity-based policy, which could not be read'],
    ],
    [
      'one policy of a layer that was not read',
      undecided([{ statement: STATEMENT }]),
      { identity: [doc('pull'), unread('managed')] },
      ['the identity-based policy, which could not be read'],
    ],
    [
      'a layer without a statement that says so',
      undecided([{ layer: 'VPC endpoint' }]),
      {},
      ['the VPC endpoint policy, which could not be read'],
    ],
    [
      'the scope of the registry policy',
      undecided([{ layer: 'registry', statement: STATEMENT }]),
      { registry },
      ['the registry policy, whose scope could not be read'],
    ],
    ['a statement', undecided([{ statement: STATEMENT }]), { identity: [doc('pull')], registry }, [odd]],
    [
      'a statement of a registry policy whose scope is known',
      undecided([{ layer: 'registry', statement: STATEMENT }]),
      { registry: { ...registry, scope: 'V2' } },
      [odd],
    ],
  ])('%s', (_what, decision, policies, words) => {
    expect(unknownsOf(decision, { ...NO_POLICIES, ...policies })).toEqual(words);
  });

  it.each(['allowed', 'denied'] as const)('is nothing when it is %s', (outcome) => {
    const decision = { ...undecided([{}], ['aws:SourceVpce']), outcome };
    expect(unknownsOf(decision, { ...NO_POLICIES, identity: 'unknown' })).toEqual([]);
  });
});

describe('the documents of a layer', () => {
  const [a, b, c] = [doc('a'), doc('b'), doc('c')];
  const registry = { policy: a, scope: 'V2' } as const;

  it.each<[LayerDecision['layer'], Partial<PolicySet>, readonly NamedDocument[] | 'unknown']>([
    ['identity-based', { identity: [a, b] }, [a, b]],
    ['identity-based', { identity: 'unknown' }, 'unknown'],
    ['permissions boundary', { permissionsBoundary: a }, [a]],
    ['permissions boundary', { permissionsBoundary: 'unknown' }, 'unknown'],
    ['resource-based', { resource: a }, [a]],
    ['resource-based', { resource: 'unknown' }, 'unknown'],
    ['registry', { registry }, [a]],
    ['registry', { registry: 'unknown' }, 'unknown'],
    ['service control', { serviceControl: [[a], [b, c]] }, [a, b, c]],
    ['service control', { serviceControl: [[a], 'unknown'] }, 'unknown'],
    ['service control', { serviceControl: 'unknown' }, 'unknown'],
    ['resource control', { resourceControl: [[a], [b]] }, [a, b]],
    ['resource control', { resourceControl: ['unknown', [a]] }, 'unknown'],
    ['session', { session: [a] }, []],
    ['VPC endpoint', { endpoint: a }, []],
  ])('%s of %j', (layer, policies, documents) => {
    expect(documentsOf(layer, { ...NO_POLICIES, ...policies })).toEqual(documents);
  });

  it.each(DECISION_LAYERS)('are none where there is no %s policy', (layer) => {
    expect(documentsOf(layer, NO_POLICIES)).toEqual([]);
  });
});
