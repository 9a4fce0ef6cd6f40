import { describe, expect, it } from 'vitest';
import { objectionTo } from '../../../src/sandbox/aws/authorize.ts';
import type { Caller } from '../../../src/sandbox/aws/caller.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount, findRole } from '../../../src/sandbox/worlds/parts/find.ts';
import { REGISTRY, WORKLOAD } from './clients.ts';

const ALL = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
const NONE = JSON.stringify({ Statement: [] });
const DENY = JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', Resource: '*' } });
const grantTo = (AWS: string, Effect = 'Allow') =>
  JSON.stringify({ Statement: { Effect, Principal: { AWS }, Action: '*' } });
const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const ROOT = 'arn:aws:iam::444455556666:root';

interface Layers {
  readonly identity: string;
  readonly resource?: string | null;
  readonly boundary?: string;
  readonly session?: string;
  readonly owner?: string;
  readonly serviceControl?: string;
}

function objection({ identity, resource = null, boundary, session, owner = WORKLOAD, serviceControl }: Layers) {
  const estate = healthyEstate();
  if (serviceControl !== undefined) estate.serviceControlPolicies[WORKLOAD] = [serviceControl];
  const role = findRole(estate, WORKLOAD, 'checkout-exec');
  role.attachedPolicies = [];
  role.inlinePolicies = [{ name: 'own', document: identity }];
  if (boundary !== undefined) {
    role.permissionsBoundary = 'arn:aws:iam::444455556666:policy/limits';
    const limits = {
      arn: role.permissionsBoundary,
      name: 'limits',
      path: '/',
      versionId: 'v1',
      createdAt: estate.now,
      document: boundary,
    };
    findAccount(estate, WORKLOAD).policies.push(limits);
  }
  const caller: Caller = {
    account: WORKLOAD,
    role,
    arn: 'arn:aws:sts::444455556666:assumed-role/checkout-exec/1',
    userId: 'x',
    accessKeyId: 'x',
    sessionName: '1',
    sessionPolicy: session ?? null,
    sourceIdentity: null,
    tags: {},
  };
  const found = objectionTo(estate, caller, {
    action: 'ecr:BatchGetImage',
    resource: 'x',
    owner,
    resourcePolicies: [resource],
  });
  return found === null ? 'allowed' : `${found.explicit ? 'denied by' : 'not allowed by'} ${found.layer}`;
}

describe('objectionTo', () => {
  it.each([
    ['its own policy grants', { identity: ALL }, 'allowed'],
    ['nobody grants', { identity: NONE }, 'not allowed by identity-based'],
    ['the resource grants the role', { identity: NONE, resource: grantTo(ROLE) }, 'allowed'],
    [
      'the resource grants its own account',
      { identity: NONE, resource: grantTo(ROOT) },
      'not allowed by identity-based',
    ],
    ['its own policy denies', { identity: DENY, resource: grantTo(ROLE) }, 'denied by identity-based'],
    ['the resource denies', { identity: ALL, resource: grantTo(ROLE, 'Deny') }, 'denied by resource-based'],
    ['the boundary is silent', { identity: ALL, boundary: NONE }, 'not allowed by permissions boundary'],
    ['the boundary denies', { identity: ALL, boundary: DENY }, 'denied by permissions boundary'],
    ['the session policy is silent', { identity: ALL, session: NONE }, 'not allowed by session'],
    ['the session policy denies', { identity: ALL, session: DENY }, 'denied by session'],
    ['the organization denies', { identity: ALL, serviceControl: DENY }, 'denied by service control'],
    ['the organization adds nothing', { identity: ALL, serviceControl: NONE }, 'allowed'],
    ['all grant', { identity: ALL, boundary: ALL, session: ALL, resource: grantTo(ROOT) }, 'allowed'],
  ])('in one account, when %s', (_, layers, expected) => {
    expect(objection(layers)).toBe(expected);
  });

  it.each([
    ['both sides grant', { identity: ALL, resource: grantTo(ROOT) }, 'allowed'],
    ['the resource is silent', { identity: ALL }, 'not allowed by resource-based'],
    ['the caller has no permission', { identity: NONE, resource: grantTo(ROLE) }, 'not allowed by identity-based'],
    ['the resource denies', { identity: ALL, resource: grantTo(ROOT, 'Deny') }, 'denied by resource-based'],
  ])('across accounts, when %s', (_, layers, expected) => {
    expect(objection({ ...layers, owner: REGISTRY })).toBe(expected);
  });
});
