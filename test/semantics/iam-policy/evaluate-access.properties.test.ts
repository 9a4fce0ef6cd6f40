import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateAccess } from '../../../src/semantics/iam-policy/index.ts';
import type { NamedDocument, PolicySet, PolicyStatement } from '../../../src/semantics/iam-policy/index.ts';
import { REGISTRY } from './access-case.ts';
import { anyDocument, anyKeyValue, anyPolicies, anyRequest, anyStatement } from './arbitrary-access.ts';

/** How far from `denied` an outcome is. */
const RANK = { denied: 0, unknown: 1, allowed: 2 } as const;

type Outcome = keyof typeof RANK;

const RUNS = { numRuns: 500 };

function withIdentity(policies: PolicySet, change: (documents: readonly NamedDocument[]) => readonly NamedDocument[]) {
  return policies.identity === 'unknown' ? policies : { ...policies, identity: change(policies.identity) };
}

function single(name: string, statement: PolicyStatement): NamedDocument {
  return { name, document: { version: '2012-10-17', statements: [statement] } };
}

function reversed(named: NamedDocument): NamedDocument {
  const { document } = named;
  return document === 'unknown'
    ? named
    : { ...named, document: { ...document, statements: document.statements.toReversed() } };
}

/** Whether the second outcome is one that the first left open. */
function agrees(before: Outcome, after: Outcome): boolean {
  return before === 'unknown' || after === before;
}

describe('evaluateAccess, whatever the policies', () => {
  it('never allows more because of one more Deny', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicies, anyStatement('of an identity'), (request, policies, statement) => {
        const more = single('one more', { ...statement, effect: 'Deny' });
        const before = evaluateAccess(request, policies).outcome;
        const after = evaluateAccess(
          request,
          withIdentity(policies, (documents) => [...documents, more]),
        ).outcome;
        expect(RANK[after]).toBeLessThanOrEqual(RANK[before]);
      }),
      RUNS,
    );
  });

  it('never allows less because of one more Allow', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicies, anyStatement('of an identity'), (request, policies, statement) => {
        const more = single('one more', { ...statement, effect: 'Allow' });
        const before = evaluateAccess(request, policies).outcome;
        const after = evaluateAccess(
          request,
          withIdentity(policies, (documents) => [...documents, more]),
        ).outcome;
        expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
      }),
      RUNS,
    );
  });

  it('does not mind the order of statements and documents', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicies, (request, policies) => {
        const { identity, resource } = policies;
        const turned = {
          ...policies,
          identity: identity === 'unknown' ? identity : identity.map(reversed).toReversed(),
          resource: resource === null || resource === 'unknown' ? resource : reversed(resource),
        };
        const [before, after] = [evaluateAccess(request, policies), evaluateAccess(request, turned)];
        expect([after.outcome, after.blockedBy, after.explicit]).toEqual([
          before.outcome,
          before.blockedBy,
          before.explicit,
        ]);
      }),
      RUNS,
    );
  });

  it('is never contradicted by learning the value of a key', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicies, anyKeyValue, (request, policies, [key, value]) => {
        fc.pre(request.absentKeys !== 'every-other' && !request.absentKeys.includes(key) && !(key in request.context));
        const areTagsKnown = request.principal.kind === 'service' || 'tags' in request.principal;
        fc.pre(!(areTagsKnown && key.startsWith('aws:PrincipalTag/')));
        const before = evaluateAccess(request, policies).outcome;
        const learnt = { ...request, context: { ...request.context, [key]: value } };
        expect(agrees(before, evaluateAccess(learnt, policies).outcome)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never contradicted by learning that a key is absent', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicies, (request, policies) => {
        fc.pre(request.absentKeys !== 'every-other' && request.absentKeys.length === 0);
        const before = evaluateAccess(request, policies).outcome;
        const learnt = { ...request, absentKeys: 'every-other' as const };
        expect(agrees(before, evaluateAccess(learnt, policies).outcome)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never contradicted by reading a policy that was unread', () => {
    const layers = ['resource', 'permissionsBoundary', 'endpoint'] as const;
    fc.assert(
      fc.property(
        anyRequest,
        anyPolicies,
        fc.constantFrom(...layers),
        fc.option(anyDocument('of a resource')),
        (request, policies, layer, document) => {
          const before = evaluateAccess(request, { ...policies, [layer]: 'unknown' }).outcome;
          const after = evaluateAccess(request, { ...policies, [layer]: document }).outcome;
          expect(agrees(before, after)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('lets nobody in from another account whom no policy of the registry names', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicies, (request, policies) => {
        fc.pre(request.principal.kind !== 'service' && request.action !== 'ecr:GetAuthorizationToken');
        const abroad = { ...request, resource: { ...request.resource, account: REGISTRY } };
        const alone = { ...policies, resource: null, registry: null };
        expect(evaluateAccess(abroad, alone).outcome).toBe('denied');
      }),
      RUNS,
    );
  });

  it('does not mind what a repository says of a third account', () => {
    const third = '777788889999';
    fc.assert(
      fc.property(anyRequest, anyPolicies, anyStatement('of a resource'), (request, policies, statement) => {
        const { resource } = policies;
        fc.pre(resource !== null && resource !== 'unknown' && resource.document !== 'unknown');
        const principals = { negated: false, entries: [{ type: 'AWS' as const, value: third }] };
        const { version, statements } = resource.document;
        const more = { ...resource, document: { version, statements: [...statements, { ...statement, principals }] } };
        expect(evaluateAccess(request, { ...policies, resource: more }).outcome).toBe(
          evaluateAccess(request, policies).outcome,
        );
      }),
      RUNS,
    );
  });

  it('explains itself: a denial, and nothing else, names its layers', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicies, (request, policies) => {
        const decision = evaluateAccess(request, policies);
        expect(decision.blockedBy.length > 0).toBe(decision.outcome === 'denied');
        expect(decision.decidedBy).toBe(decision.blockedBy[0] ?? null);
        const denies = decision.layers.some(({ result }) => result === 'denied');
        expect(decision.explicit).toBe(denies);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      }),
      RUNS,
    );
  });

  it('meets all three outcomes in these tests', () => {
    const outcomes = fc
      .sample(fc.tuple(anyRequest, anyPolicies), { numRuns: 500, seed: 1 })
      .map(([request, policies]) => evaluateAccess(request, policies).outcome);
    expect(new Set(outcomes)).toEqual(new Set(['allowed', 'denied', 'unknown']));
  });
});
