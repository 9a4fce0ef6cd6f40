import { describe, expect, it } from 'vitest';
import { deniedAnswer, withNamedFirst } from '../../src/checks/denied-answer.ts';
import type { AccessFact, ActionAccess, PrincipalAccess } from '../../src/domain/access.ts';
import { anAccess } from '../support/facts.ts';
import { anIncident } from '../support/an-incident.ts';

const of = (name: string, ...actions: readonly Partial<ActionAccess>[]): PrincipalAccess => ({
  ...anAccess(...actions),
  principal: name,
});
const several = (first: PrincipalAccess, ...others: readonly PrincipalAccess[]): AccessFact => ({ ...first, others });

const MAY = {};
const MAY_NOT = { outcome: 'denied', layer: 'identity-based' } as const;
const UNSURE = { outcome: 'unknown', unknowns: ['a key'] } as const;
const NOBODY: PrincipalAccess = { principal: null, exists: false, actions: [] };
const GONE: PrincipalAccess = { ...of('gone'), exists: false };

describe('of several who may ask', () => {
  it.each<[string, AccessFact, object]>([
    ['all may', several(of('a', MAY), of('b', MAY)), { answer: 'allowed', data: { principal: 'a` and `b' } }],
    [
      'none may',
      several(of('a', MAY_NOT), of('b', MAY_NOT)),
      { answer: 'no-statement', data: { principal: 'a` and `b' } },
    ],
    [
      'none may, for different reasons: the first is told',
      several(of('a', MAY_NOT), of('b', { ...MAY_NOT, explicit: true })),
      { answer: 'no-statement', data: { principal: 'a' } },
    ],
    [
      'none may, of different actions: the first is told',
      several(of('a', MAY_NOT), of('b', { ...MAY_NOT, action: 'ecr:GetDownloadUrlForLayer' })),
      { answer: 'no-statement', data: { principal: 'a', action: 'ecr:BatchGetImage' } },
    ],
    ['one is gone: who is there says more', several(GONE, of('b', MAY_NOT)), { answer: 'no-statement' }],
    ['one is not named: who is there says more', several(NOBODY, of('b', MAY_NOT)), { answer: 'no-statement' }],
    ['one is unsure', several(of('a', MAY), of('b', UNSURE)), { answer: 'unsure', data: { principal: 'b' } }],
    ['one is unsure and one may not', several(of('a', MAY_NOT), of('b', UNSURE)), { answer: 'unsure' }],
    [
      'one may and one may not',
      several(of('a', MAY), of('b', { ...MAY_NOT, action: 'ecr:GetDownloadUrlForLayer' })),
      { answer: 'depends-on-role', data: { may: '`a`', mayNot: '`b`', action: 'ecr:GetDownloadUrlForLayer' } },
    ],
    [
      'one may and one is gone',
      several(of('a', MAY), GONE),
      { answer: 'depends-on-role', data: { may: '`a`', mayNot: '`gone`', action: 'ecr:BatchGetImage' } },
    ],
  ])('%s', (_what, access, answer) => {
    expect(deniedAnswer(access)).toMatchObject(answer);
  });
});

it('tells the first action that is denied, and the first that is unsure', () => {
  const later = { action: 'ecr:GetDownloadUrlForLayer' } as const;
  expect(deniedAnswer(anAccess(MAY_NOT, { ...MAY_NOT, ...later })).data).toMatchObject({ action: 'ecr:BatchGetImage' });
  expect(deniedAnswer(anAccess(UNSURE, { ...UNSURE, ...later })).data).toMatchObject({ action: 'ecr:BatchGetImage' });
});

it('names the layer where no statement is known', () => {
  expect(deniedAnswer(anAccess({ ...MAY_NOT, explicit: true })).data).toMatchObject({
    statement: 'the identity-based policy',
  });
});

it('puts the action that the message names first, for everybody who may ask', () => {
  const action = 'ecr:GetDownloadUrlForLayer';
  const principal = 'arn:aws:iam::444455556666:role/x';
  const denial = { principal, action, resource: null, layer: null, explicit: false, policy: null } as const;
  const access = several(of('a', MAY, { action }), of('b', MAY, { action }));
  const sorted = withNamedFirst(access, anIncident({ denial }));
  expect([sorted, ...(sorted.others ?? [])].map(({ actions }) => actions[0]?.action)).toEqual([action, action]);
});
