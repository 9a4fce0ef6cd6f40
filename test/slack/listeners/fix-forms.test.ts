import { describe, expect, it } from 'vitest';
import { ACTION_IDS, CALLBACK_IDS } from '../../../src/slack/blocks/action-ids.ts';
import { press, ROLES } from '../support/a-press.ts';
import type { Role, Situation } from '../support/a-press.ts';
import { FIX } from '../support/diagnoses.ts';
import { refusal } from '../support/fake-slack.ts';

const PRIVATE = 'private answer';
const plan = (change: object = {}) =>
  JSON.stringify({
    kind: 'fix',
    id: 'd-1',
    fixId: 'make-tags-immutable',
    shown: 'apply',
    channel: 'C1',
    threadTs: '1.1',
    ...change,
  });

describe('the form of a plan, when it comes back', () => {
  const { requestFix } = CALLBACK_IDS;
  const submit = async (role: Role, metadata: string, situation?: Situation) => {
    // What waits already is about another diagnosis, unless a test says otherwise.
    const pressed = await press(ACTION_IDS.openFix, role, { fix: { diagnosisId: 'd-0' }, ...situation });
    await pressed.submit(requestFix, metadata);
    return pressed;
  };

  it.each<[string, Role, string | null, string]>([
    ['an owner', 'owner', '1.2', 'here is the request'],
    ['a colleague, before it is shown', 'colleague', null, 'finds it in my Home tab'],
  ])('asks only once for a fix that waits: %s', async (_, role, messageTs, words) => {
    const pressed = await submit(role, plan({ shown: 'ask' }), { fix: { messageTs } });
    expect([...pressed.fakes.requests.keys()]).toEqual(['r-1']);
    expect(pressed.slack.messages).toEqual([]);
    const [{ text } = {}] = pressed.slack.calls('chat.postEphemeral');
    expect(text).toMatch(/^<@U-ASKER> asked for this|^U-ASKER asked for this/);
    expect(text).toContain(words);
  });

  it.each<[string, Situation]>([
    ['was rejected', { fix: { state: { kind: 'rejected', by: ROLES.owner, at: '2026-11-21T15:05:00Z' } } }],
    ['is the undo of it', { fix: { fix: { ...FIX, kind: 'undo' } } }],
  ])('asks anew where the earlier request %s', async (_, situation) => {
    const pressed = await submit('colleague', plan({ shown: 'ask' }), situation);
    expect(pressed.fakes.requests.get('r-2')?.state.kind).toBe('awaiting');
  });

  it('applies for an owner who was shown that it would', async () => {
    const pressed = await submit('owner', plan());
    expect(pressed.fakes.requests.get('r-2')).toMatchObject({
      state: { kind: 'approved', by: ROLES.owner },
      requester: ROLES.owner,
    });
    expect(pressed.slack.messages.map(({ text }) => text)).toEqual([expect.stringContaining('Approved by <@UOWNER>')]);
  });

  it.each<[string, Role, string, Situation]>([
    ['a colleague', 'colleague', plan({ shown: 'ask' }), {}],
    ['a colleague who says that they were shown more', 'colleague', plan(), {}],
    ['an owner who was shown that they would only ask', 'owner', plan({ shown: 'ask' }), {}],
    ['an owner, in production', 'owner', plan(), { account: { isProduction: true } }],
    ['an owner, where access is widened', 'owner', plan(), { widensAccess: true }],
  ])('only asks for %s', async (_, role, metadata, situation) => {
    const pressed = await submit(role, metadata, situation);
    expect(pressed.fakes.requests.get('r-2')).toMatchObject({
      state: { kind: 'awaiting' },
      messageTs: pressed.slack.messages[0]?.ts,
    });
    expect(pressed.slack.messages[0]).toMatchObject({ channel: 'C1', thread_ts: '1.1' });
  });

  it.each<[string, Role, string, Situation]>([
    ['a stranger', 'stranger', plan(), {}],
    ['an owner, in a channel that is shared meanwhile', 'owner', plan({ channel: 'C-SHARED' }), {}],
    ['an owner, without a fixing role', 'owner', plan(), { account: { fixRole: null } }],
    ['an owner of another account', 'owner', plan(), { account: { id: '999999999999' } }],
    ['anybody, where nobody is named', 'owner', plan(), { account: { owners: [] } }],
    ['a plan that is gone', 'owner', plan({ id: 'd-9' }), {}],
    ['a fix that was never planned', 'owner', plan({ fixId: 'open-everything' }), {}],
  ])('refuses %s', async (_, role, metadata, situation) => {
    const pressed = await submit(role, metadata, situation);
    expect(pressed.result()).toBe(PRIVATE);
    expect(pressed.fakes.requests.size).toBe(1);
  });

  it.each(['', '{}', '[]', 'null', '{"kind":"fix"}'])('ignores the metadata %j', async (metadata) => {
    const pressed = await submit('owner', metadata);
    expect(pressed.fakes.requests.size).toBe(1);
    expect(pressed.edge.lines.map(({ level }) => level)).toEqual(['warn']);
  });
});

async function approve(role: Role, situation?: Situation) {
  const pressed = await press(ACTION_IDS.approveFix, role, situation);
  await pressed.submit(CALLBACK_IDS.approveFix, 'r-1');
  return pressed;
}

describe('the form of an approval, when it comes back', () => {
  const mine: Situation = { fix: { requester: ROLES.owner } };

  it.each<[string, Role, Situation, string]>([
    ['an owner', 'owner', {}, 'approved'],
    ['an owner, in production', 'owner', { account: { isProduction: true } }, 'approved'],
    ['an owner who asked for it alone', 'owner', mine, 'approved'],
    ['an owner who asked for it, in production', 'owner', { ...mine, account: { isProduction: true } }, PRIVATE],
    [
      'an owner who asked for it, where access is widened',
      'owner',
      { fix: { requester: ROLES.owner, fix: { ...FIX, widensAccess: true } } },
      PRIVATE,
    ],
    ['the one who asked', 'requester', {}, PRIVATE],
    ['a colleague', 'colleague', {}, PRIVATE],
    ['a stranger', 'stranger', {}, PRIVATE],
    ['an owner, in a shared channel', 'owner', { channel: 'C-SHARED' }, PRIVATE],
    ['an owner, after it expired', 'owner', { fix: { expiresAt: '2026-11-21T15:00:00Z' } }, PRIVATE],
    ['an owner, who is none any more', 'owner', { account: { owners: ['U-NEW'] } }, PRIVATE],
  ])('by %s', async (_, role, situation, result) => {
    const pressed = await approve(role, situation);
    expect(pressed.result()).toBe(result);
  });

  it('counts members of a user group as they are now, and nobody when they cannot be read', async () => {
    const situation: Situation = { account: { owners: ['S-ONCALL'] } };
    expect((await approve('owner', situation)).result()).toBe('approved');
    const pressed = await press(ACTION_IDS.approveFix, 'owner', situation);
    pressed.slack.fail('usergroups.users.list', refusal('missing_scope'));
    await pressed.submit(CALLBACK_IDS.approveFix, 'r-1');
    expect(pressed.result()).toBe(PRIVATE);
  });

  it('says who was first, to whoever comes second', async () => {
    const by = { user: 'UBEN', team: 'T1' };
    const pressed = await approve('owner', { fix: { state: { kind: 'rejected', by, at: '2026-11-21T15:05:00Z' } } });
    expect(pressed.slack.calls('chat.postEphemeral')[0]).toMatchObject({
      user: 'UOWNER',
      text: expect.stringContaining('Already rejected by <@UBEN>'),
    });
  });
});
