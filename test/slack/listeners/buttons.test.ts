import { beforeEach, describe, expect, it } from 'vitest';
import { ACTION_IDS } from '../../../src/slack/blocks/action-ids.ts';
import { press } from '../support/a-press.ts';
import type { Role } from '../support/a-press.ts';
import { DENIED_GAP, diagnosis, finding } from '../support/diagnoses.ts';

const PRIVATE = 'private answer';

interface Row {
  readonly id: string;
  readonly value: string;
  readonly results: Readonly<Record<Role, string>>;
}

/** All buttons by all roles: one that is missing here does not compile. */
const TABLE: Readonly<Record<keyof typeof ACTION_IDS, Row>> = {
  openFix: {
    id: ACTION_IDS.openFix,
    value: 'd-1/make-tags-immutable',
    results: { owner: 'form: Apply', requester: PRIVATE, colleague: PRIVATE, stranger: PRIVATE },
  },
  askForFix: {
    id: ACTION_IDS.askForFix,
    value: 'd-1/make-tags-immutable',
    results: {
      owner: 'form: Apply',
      requester: 'form: Ask for approval',
      colleague: 'form: Ask for approval',
      stranger: PRIVATE,
    },
  },
  showChecks: {
    id: ACTION_IDS.showChecks,
    value: 'd-1',
    results: { owner: 'form', requester: 'form', colleague: 'form', stranger: PRIVATE },
  },
  showMissingPermissions: {
    id: ACTION_IDS.showMissingPermissions,
    value: 'd-1',
    results: { owner: 'form', requester: 'form', colleague: 'form', stranger: PRIVATE },
  },
  lookAgain: {
    id: ACTION_IDS.lookAgain,
    value: 'd-1',
    results: { owner: 'asked', requester: 'asked', colleague: 'asked', stranger: PRIVATE },
  },
  approveFix: {
    id: ACTION_IDS.approveFix,
    value: 'r-1',
    results: { owner: 'form: Approve and apply', requester: PRIVATE, colleague: PRIVATE, stranger: PRIVATE },
  },
  rejectFix: {
    id: ACTION_IDS.rejectFix,
    value: 'r-1',
    results: { owner: 'rejected', requester: 'rejected', colleague: PRIVATE, stranger: PRIVATE },
  },
  undoFix: {
    id: ACTION_IDS.undoFix,
    value: 'r-1',
    results: {
      owner: 'form: Apply',
      requester: 'form: Ask for approval',
      colleague: 'form: Ask for approval',
      stranger: PRIVATE,
    },
  },
};

describe.each(Object.entries(TABLE))('button %s', (_, { id, value, results }) => {
  const roles: readonly Role[] = ['owner', 'requester', 'colleague', 'stranger'];

  it.each(roles)('pressed by the %s', async (role) => {
    const pressed = await press(id, role);
    await pressed.click(value);
    expect(pressed.result()).toBe(results[role]);
  });

  it.each(roles)('does nothing for the %s where another company reads along', async (role) => {
    const pressed = await press(id, role, { channel: 'C-SHARED' });
    await pressed.click(value);
    expect(pressed.result()).toBe(PRIVATE);
  });

  it.each(['', 'nonsense', '../d-1', 'd-1/other', 'd-9', '{}'])(
    'takes the value %j for a key that nothing is known of',
    async (unknown) => {
      const pressed = await press(id, 'owner');
      await pressed.click(unknown);
      expect(pressed.result()).toBe(PRIVATE);
    },
  );

  it('answers when the house fails, and says nothing of why', async () => {
    const pressed = await press(id, 'owner');
    pressed.slack.fail('conversations.info', new Error('secret detail'));
    pressed.fakes.desk.findDiagnosis = () => Promise.reject(new Error('secret detail'));
    pressed.fakes.desk.findFixRequest = () => Promise.reject(new Error('secret detail'));
    await pressed.click(value);
    expect(pressed.result()).toBe(PRIVATE);
    expect(JSON.stringify(pressed.told)).not.toContain('secret detail');
  });
});

it('opens no plan where nobody else could see the request', async () => {
  const pressed = await press(ACTION_IDS.openFix, 'owner', { isPrivate: true });
  await pressed.click('d-1/make-tags-immutable');
  expect(pressed.told).toMatchObject([{ text: expect.stringContaining('/invite @ecr-why') }]);
});

it.each([
  ['an owner, where it takes two', ACTION_IDS.openFix, 'owner', true],
  ['a colleague', ACTION_IDS.askForFix, 'colleague', false],
] as const)('says who must agree to %s', async (_, id, role, isExcepted) => {
  const pressed = await press(id, role, { account: { isProduction: true } });
  await pressed.click('d-1/make-tags-immutable');
  const [form] = pressed.slack.calls('views.open');
  expect(JSON.stringify(form).includes('other than you')).toBe(isExcepted);
});

it('shows the external id of the account where a role does not let us in', async () => {
  const pressed = await press(ACTION_IDS.showMissingPermissions, 'colleague', { account: { externalId: 'shop-7' } });
  const gap = { ...DENIED_GAP, reason: 'role-not-assumable', self: 'arn:aws:iam::999999999999:role/bot' } as const;
  const lacking = diagnosis({ findings: [finding({ gaps: [gap] })] });
  pressed.fakes.desk.findDiagnosis = () => Promise.resolve(lacking);
  await pressed.click('d-1');
  expect(JSON.stringify(pressed.slack.calls('views.open'))).toContain('shop-7');
});

it('looks again once, however impatient the clicks', async () => {
  const pressed = await press(ACTION_IDS.lookAgain, 'colleague');
  await pressed.click('d-1');
  await pressed.click('d-1');
  expect(pressed.fakes.asks).toMatchObject([
    { isFresh: true, sighting: { image: { tag: 'v2.1.0' } }, conversation: { threadTs: '1.1' } },
  ]);
  expect(Object.keys(pressed.fakes.asks[0]?.sighting ?? {})).not.toContain('id');
});

describe('a refused press', () => {
  let answer: string;
  beforeEach(async () => {
    const pressed = await press(ACTION_IDS.openFix, 'colleague');
    await pressed.click('d-1/make-tags-immutable');
    answer = JSON.stringify(pressed.told);
  });

  it('names who may, has asked nobody, and offers to ask them', () => {
    expect(answer).toContain('"user_id":"UOWNER"');
    expect(answer).toContain('"usergroup_id":"S-ONCALL"');
    expect(answer).toContain('I have not asked them.');
    expect(answer).toContain('"action_id":"ask_for_fix"');
  });

  it('is told in the thread, to that person alone', () => {
    expect(answer).toContain('"response_type":"ephemeral"');
    expect(answer).toContain('"thread_ts":"1.1"');
    expect(answer).toContain('"replace_original":false');
  });
});
