import { describe, expect, it } from 'vitest';
import type { ConfiguredAccount } from '../../../src/domain/account.ts';
import type { Fix } from '../../../src/domain/fix.ts';
import { fixRight, ownersOf, productionTouched } from '../../../src/slack/fixes/fix-rights.ts';
import { FIX } from '../support/diagnoses.ts';
import { REGISTRY } from '../support/fake-desk.ts';

const SECOND: ConfiguredAccount = { ...REGISTRY, id: '444455556666', name: 'shop-prod', owners: ['U-SECOND'] };
const [call] = FIX.calls;
const across: Fix = { ...FIX, calls: [call, { ...call, place: { account: SECOND.id, region: 'eu-west-1' } }] };

/** Group S-ONCALL has one member. */
const usersOf = (owner: string) => (owner === 'S-ONCALL' ? ['U-MEMBER'] : [owner]);

function right(
  user: string,
  {
    team = 'T1',
    fix = FIX,
    accounts = [REGISTRY, SECOND],
  }: { team?: string; fix?: Fix; accounts?: readonly ConfiguredAccount[] } = {},
) {
  return fixRight({ person: { user, team }, fix, accounts, homeTeam: 'T1', usersOf });
}

describe('who may approve a fix', () => {
  it.each([
    ['an owner', right('UOWNER'), { kind: 'owner', mayActAlone: true }],
    ['a member of a group that owns', right('U-MEMBER'), { kind: 'owner', mayActAlone: true }],
    [
      'an owner, where access is widened',
      right('UOWNER', { fix: { ...FIX, widensAccess: true } }),
      { kind: 'owner', mayActAlone: false },
    ],
    [
      'an owner, in production',
      right('UOWNER', { accounts: [{ ...REGISTRY, isProduction: true }] }),
      { kind: 'owner', mayActAlone: false },
    ],
    ['anybody else', right('U-OTHER'), { kind: 'asker', owners: ['UOWNER', 'S-ONCALL'] }],
    ['the name of a group, which is no person', right('S-ONCALL'), { kind: 'asker' }],
    [
      'an owner of one of two accounts',
      right('UOWNER', { fix: across }),
      { kind: 'asker', owners: ['UOWNER', 'S-ONCALL', 'U-SECOND'] },
    ],
    [
      'the same user id in another workspace',
      right('UOWNER', { team: 'T2' }),
      { kind: 'nobody', why: 'other-company' },
    ],
    ['somebody whose workspace is not known', right('UOWNER', { team: '' }), { kind: 'nobody', why: 'other-company' }],
    [
      'an owner, where there is no fixing role',
      right('UOWNER', { accounts: [{ ...REGISTRY, fixRole: null }] }),
      { kind: 'nobody', why: 'account-without-fixes' },
    ],
    [
      'an owner, of an account that is not configured',
      right('UOWNER', { accounts: [] }),
      { kind: 'nobody', why: 'account-without-fixes' },
    ],
    [
      'anybody, where no owner is named',
      right('UOWNER', { accounts: [{ ...REGISTRY, owners: [] }] }),
      { kind: 'nobody', why: 'account-without-owners' },
    ],
  ])('%s', (_, found, expected) => expect(found).toMatchObject(expected));
});

it('names the owners of every account that is touched, once', () => {
  expect(ownersOf(across, [REGISTRY, { ...SECOND, owners: ['UOWNER'] }])).toEqual(['UOWNER', 'S-ONCALL']);
});

it('names the production that is touched', () => {
  expect(productionTouched(across, [REGISTRY, { ...SECOND, isProduction: true }])).toEqual(['shop-prod']);
});
