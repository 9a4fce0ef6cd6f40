import { describe, expect, it } from 'vitest';
import { statementsToChange } from '../../src/checks/statements-to-change.ts';
import type { AccessFact, ActionAccess } from '../../src/domain/access.ts';
import { aLack, anAccess, aNearMiss } from '../support/facts.ts';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const REPOSITORY = 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api';
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] as const;

const denied = (action: ActionAccess['action'], parts: Partial<ActionAccess> = {}): Partial<ActionAccess> => ({
  action,
  outcome: 'denied',
  layer: 'identity-based',
  lack: aLack(),
  ...parts,
});

/** Every statement with where it belongs, read again from its JSON. */
function changes(...actions: readonly Partial<ActionAccess>[]) {
  return statementsToChange(anAccess(...actions)).map(({ kind, where, statement }) => [
    kind,
    where,
    JSON.parse(statement),
  ]);
}

describe('the statement to add', () => {
  it('names the missing actions alone, on the one repository', () => {
    expect(changes(denied(PULL[0]), denied(PULL[1]))).toEqual([
      [
        'add',
        'a policy of role `checkout-exec` in account 444455556666',
        { Sid: 'EcrPull', Effect: 'Allow', Action: PULL, Resource: REPOSITORY },
      ],
    ]);
    expect(changes(denied(PULL[1]), { action: PULL[0] })[0]?.[2]).toMatchObject({ Action: PULL[1] });
  });

  it('asks for a token on everything', () => {
    expect(changes(denied('ecr:GetAuthorizationToken', { resource: '*' }))).toEqual([
      [
        'add',
        'a policy of role `checkout-exec` in account 444455556666',
        { Sid: 'EcrToken', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
      ],
    ]);
  });

  it.each([
    ['a service control policy on root r-ab12', []],
    [
      'service control policy ShopAllows (p-1) on root r-ab12',
      [{ layer: 'service control', name: 'service control policy ShopAllows (p-1) on root r-ab12' }],
    ],
  ])('goes to the level of the organization that is silent: %s', (where, documents) => {
    const lack = aLack({ layers: ['service control'], level: 'root r-ab12', documents });
    expect(changes(denied(PULL[0], { layer: 'service control', lack }))).toEqual([
      ['add', where, { Sid: 'EcrPull', Effect: 'Allow', Action: PULL[0], Resource: REPOSITORY }],
    ]);
  });

  it('lets the one role in where the repository is silent', () => {
    const lack = aLack({ layers: ['resource-based'] });
    expect(changes(denied(PULL[0], { layer: 'resource-based', lack }))).toEqual([
      [
        'add',
        'the policy of repository `shop/api` in account 123456789012',
        { Sid: 'AllowPull', Effect: 'Allow', Principal: { AWS: ROLE }, Action: PULL[0] },
      ],
    ]);
  });

  it('is two where both sides are silent', () => {
    const lack = aLack({ layers: ['identity-based', 'resource-based'] });
    expect(changes(denied(PULL[0], { lack })).map(([kind, where]) => [kind, where])).toEqual([
      ['add', 'a policy of role `checkout-exec` in account 444455556666'],
      ['add', 'the policy of repository `shop/api` in account 123456789012'],
    ]);
  });

  it('widens the boundary where that is what stands in the way', () => {
    const lack = aLack({
      layers: ['permissions boundary'],
      documents: [{ layer: 'permissions boundary', name: 'managed policy ceiling' }],
    });
    expect(changes(denied(PULL[0], { layer: 'permissions boundary', lack }))).toMatchObject([
      ['add', 'managed policy ceiling, which bounds role `checkout-exec`', { Action: PULL[0] }],
    ]);
  });
});

describe('the statement to mend', () => {
  const denial = { name: 'statement 2 (Shut) of repository policy', json: '{"Effect":"Deny"}' };

  it('is the one that denies, and no grant is offered against it', () => {
    const lack = aLack({ layers: ['resource-based'], denial });
    expect(changes(denied(PULL[0], { layer: 'resource-based', explicit: true, lack }))).toEqual([
      ['mend', denial.name, { Effect: 'Deny' }],
    ]);
  });

  it('is told once, however many actions it denies, with what else is missing', () => {
    const lack = aLack({ layers: ['resource-based', 'identity-based'], denial });
    const each = PULL.map((action) => denied(action, { layer: 'resource-based', explicit: true, lack }));
    expect(changes(...each)).toMatchObject([
      ['mend', denial.name, {}],
      ['add', 'a policy of role `checkout-exec` in account 444455556666', { Action: PULL }],
    ]);
  });

  it('is a guard that does not hold: nothing is added that would walk around it', () => {
    const guarded = aNearMiss({ fails: ['condition'], json: '{"Sid":"Guarded"}' });
    expect(changes(denied(PULL[0], { lack: aLack({ nearly: [guarded] }) }))).toEqual([
      ['mend', guarded.name, { Sid: 'Guarded' }],
    ]);
  });

  it('is none that is about other resources', () => {
    expect(changes(denied(PULL[0], { lack: aLack({ nearly: [aNearMiss()] }) })).map(([kind]) => kind)).toEqual(['add']);
  });
});

describe('the statement for a service', () => {
  const lack = aLack({ layers: ['resource-based'] });
  const asked = (shutOut: string | null): AccessFact => ({
    ...anAccess(...PULL.map((action) => denied(action, { layer: 'resource-based', lack }))),
    principal: 'lambda.amazonaws.com',
    onBehalfOf: { sourceArn: 'arn:aws:lambda:us-east-1:444455556666:function:thumbnails', shutOut },
  });
  const SERVICE = {
    Sid: 'AllowServicePull',
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: PULL,
    Condition: { StringLike: { 'aws:SourceArn': 'arn:aws:lambda:us-east-1:444455556666:function:*' } },
  };

  it.each([
    ['lets it in for all functions of the account', null, [SERVICE]],
    [
      'is joined by one for the account where that is shut out',
      '444455556666',
      [
        SERVICE,
        { Sid: 'AllowPull', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: PULL },
      ],
    ],
  ])('%s', (_what, shutOut, statements) => {
    const changed = statementsToChange(asked(shutOut));
    expect(changed.map(({ statement }) => JSON.parse(statement))).toEqual(statements);
    expect(changed[0]?.where).toBe('the policy of repository `shop/api` in account 123456789012');
  });

  it('is the guard that does not hold, where there is one', () => {
    const guarded = aNearMiss({ layer: 'resource-based', fails: ['condition'], json: '{"Sid":"LambdaPull"}' });
    const access = {
      ...asked(null),
      actions: anAccess(denied(PULL[0], { lack: { ...lack, nearly: [guarded] } })).actions,
    };
    expect(statementsToChange(access).map(({ kind }) => kind)).toEqual(['mend']);
  });
});

it('goes where the policy of a repository is kept that is not made yet', () => {
  const access = anAccess(denied(PULL[0], { layer: 'resource-based', lack: aLack({ layers: ['resource-based'] }) }));
  expect(statementsToChange(access, 'the template')).toMatchObject([{ kind: 'add', where: 'the template' }]);
});

it('of one layer stands whatever guard another has', () => {
  const guarded = aNearMiss({ layer: 'resource-based', fails: ['condition'] });
  const lack = aLack({ layers: ['identity-based'], nearly: [guarded] });
  expect(changes(denied(PULL[0], { lack })).map(([kind]) => kind)).toEqual(['mend', 'add']);
});

it('of a guard that also misses the resource is one to add', () => {
  const nearly = [aNearMiss({ fails: ['resource', 'condition'] })];
  expect(changes(denied(PULL[0], { lack: aLack({ nearly }) })).map(([kind]) => kind)).toEqual(['add']);
});

it('names each action with its own resource', () => {
  const token = denied('ecr:GetAuthorizationToken', { resource: '*' });
  expect(changes(token, denied(PULL[0])).map(([, , { Action, Resource }]) => [Action, Resource])).toEqual([
    ['ecr:GetAuthorizationToken', '*'],
    [PULL[0], REPOSITORY],
  ]);
});

it.each([
  ['nothing is denied', anAccess({})],
  ['nobody may ask', { principal: null, exists: false, actions: [] }],
  ['the role is gone', { ...anAccess(denied(PULL[0])), exists: false }],
  ['an organization forbids it', anAccess(denied(PULL[0], { layer: 'service control', lack: aLack({ layers: [] }) }))],
])('there is none where %s', (_why, access) => {
  expect(statementsToChange(access)).toEqual([]);
});
