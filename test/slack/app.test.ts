import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import type { SlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import { ANN, BEN, LOUNGE, OPS, PLATFORM_ONCALL } from '../../src/sandbox/slack/workspace.ts';
import { namesOf } from '../../src/slack/account-names.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import type { SlackEdge } from '../../src/slack/app.ts';
import { createSlackClients } from '../../src/slack/clients.ts';
import { showFixState, tellFixOutcome } from '../../src/slack/fixes/fix-messages.ts';
import type { FixRequest } from '../../src/slack/ports.ts';
import { openTeller } from '../../src/slack/telling/teller.ts';
import type { TellerDesk } from '../../src/slack/telling/teller.ts';
import { diagnosis, INCIDENT } from './support/diagnoses.ts';
import { PNG } from './support/a-story.ts';
import { fakeDesk } from './support/fake-desk.ts';
import type { FakeDesk } from './support/fake-desk.ts';
import { fakeLog } from './support/fake-slack.ts';

/** Real Bolt over a real socket, against the local workspace: what the fakes of the other tests cannot show. */

const IMAGE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0';
const ERROR = `CannotPullContainerError: failed to resolve ref ${IMAGE}: not found`;

let slack: SlackSandbox;
let edge: SlackEdge;
let house: FakeDesk;
let tellerDesk: TellerDesk;
const { log, lines } = fakeLog();

beforeAll(async () => {
  slack = await startSlackSandbox({
    port: 0,
    panel: { list: () => [], active: () => '', choose: () => Promise.resolve() },
  });
  house = fakeDesk({ owners: [PLATFORM_ONCALL.id] });
  const connection = { botToken: slack.botToken, slackApiUrl: slack.apiUrl };
  tellerDesk = {
    clients: createSlackClients(connection),
    names: namesOf(house.desk.accounts),
    log,
    toPng: () => Promise.resolve(PNG),
    slackApiUrl: slack.apiUrl,
  };
  edge = createSlackApp({ mode: 'socket', appToken: slack.appToken, ...connection }, withLiveClock(house).desk, log);
  await edge.start();
});
afterAll(async () => {
  await edge.stop();
  await slack.close();
});

/** The workspace lives in the present, so requests must expire in its future. */
function withLiveClock(fakes: FakeDesk): FakeDesk {
  const { desk } = fakeDesk();
  fakes.desk.requestFix = async (order) => {
    const request = { ...(await desk.requestFix(order)), expiresAt: new Date(Date.now() + 60_000).toISOString() };
    fakes.requests.set(request.id, request);
    return request;
  };
  return fakes;
}

/** What a worker does with the newest ask. */
async function tellNewest(): Promise<void> {
  const ask = house.asks.at(-1);
  if (ask === undefined) throw new Error('nothing was asked');
  const teller = await openTeller(tellerDesk, {
    incident: INCIDENT,
    conversation: ask.conversation,
    notes: {},
    isRerun: false,
    remember: () => Promise.resolve(),
  });
  teller.step([{ id: 'token', title: 'Token', status: 'pass', lines: ['allowed'] }]);
  await teller.finish(diagnosis(), 1_000);
}

async function asked(count: number): Promise<void> {
  await expect.poll(() => house.asks.length, { timeout: 5_000 }).toBe(count);
}

describe('in the local workspace', () => {
  it('answers a command in a thread of its own, with steps and one verdict', async () => {
    await slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: `why ${IMAGE}` });
    await asked(1);
    await tellNewest();
    const [parent, progress, verdict, ...others] = slack.messages(OPS.id);
    expect(parent?.text).toContain(`<@${ANN.id}> asked why`);
    expect(progress).toMatchObject({ thread_ts: parent?.ts, blocks: [{ type: 'plan' }] });
    expect(verdict).toMatchObject({ thread_ts: parent?.ts, text: expect.stringMatching(/^Repository/) });
    expect(others).toEqual([]);
  });

  it('hears a pasted error, a snippet, a mention and the shortcut, and not its own answers', async () => {
    const error = await slack.post({ channel: OPS.id, user: ANN.id, text: ERROR });
    await asked(2);
    await slack.shareSnippet({ channel: OPS.id, user: ANN.id, name: 'log.txt', content: `starting\n${ERROR}` });
    await asked(3);
    await slack.shortcut({ channel: OPS.id, user: BEN.id, ts: error.ts, callbackId: 'diagnose_message' });
    await asked(4);
    await tellNewest();
    expect(house.asks.map(({ conversation }) => conversation.threadTs === null)).toEqual([true, false, false, false]);
    expect(house.asks).toHaveLength(4);
  });

  it('takes a fix all the way: refused, asked for, approved, told, undo offered', async () => {
    const verdict = slack.messages(OPS.id).find(({ text }) => text.startsWith('Repository'));
    const ts = verdict?.ts ?? '';
    await slack.click({ channel: OPS.id, user: ANN.id, ts, actionId: 'open_fix:0' });
    const refused = await slack.waitForMessage({
      channel: OPS.id,
      ephemeralTo: ANN.id,
      where: ({ text }) => text.includes('I have not asked them'),
    });
    await slack.click({ channel: OPS.id, user: ANN.id, ts: refused.ts, actionId: 'ask_for_fix' });
    await slack.waitFor(() => slack.modal(ANN.id));
    await slack.submit({ user: ANN.id, values: {} });

    const request = await slack.waitForMessage({ channel: OPS.id, where: ({ text }) => text.includes('Waiting for') });
    await slack.click({ channel: OPS.id, user: BEN.id, ts: request.ts, actionId: 'approve_fix' });
    await slack.waitFor(() => slack.modal(BEN.id));
    await slack.submit({ user: BEN.id, values: {} });
    await slack.waitForMessage({ channel: OPS.id, where: ({ text }) => text.includes(`Approved by <@${BEN.id}>`) });

    const decided = house.requests.get('r-1');
    if (decided?.state.kind !== 'approved') throw new Error('the request is not approved');
    const done: FixRequest = {
      ...decided,
      state: {
        ...decided.state,
        kind: 'finished',
        outcome: { kind: 'verified', says: 'Tags cannot be overwritten.', at: decided.state.at },
        undoUntil: decided.expiresAt,
      },
    };
    await tellFixOutcome(tellerDesk, done, false);
    await showFixState(tellerDesk, done);
    const outcome = await slack.waitForMessage({
      channel: OPS.id,
      where: ({ text }) => text.startsWith('Applied, and checked again'),
    });
    await slack.click({ channel: OPS.id, user: BEN.id, ts: outcome.ts, actionId: 'undo_fix' });
    const undo = await slack.waitFor(() => slack.modal(BEN.id));
    expect(JSON.stringify(undo)).toContain('Undo: Make tags of shop/api immutable');
    await slack.closeModal(BEN.id);
  });

  it('speaks to the one who asked alone where it is not a member', async () => {
    const before = house.asks.length;
    await slack.slash({ channel: LOUNGE.id, user: ANN.id, command: '/ecr', text: `why ${IMAGE}` });
    await asked(before + 1);
    await tellNewest();
    const told = slack.ephemerals(ANN.id, LOUNGE.id).map(({ text }) => text);
    expect(told).toEqual([expect.stringContaining('/invite @ecr-why'), expect.stringMatching(/^Repository/)]);
    expect(slack.messages(LOUNGE.id)).toEqual([]);
  });

  it('draws its home', async () => {
    await slack.openHome(BEN.id);
    expect(JSON.stringify(await slack.waitFor(() => slack.home(BEN.id)))).toContain('Recent answers');
  });

  it('hears while Slack renews its sockets', async () => {
    const before = house.asks.length;
    slack.refreshSockets();
    await slack.post({ channel: OPS.id, user: ANN.id, text: ERROR });
    await asked(before + 1);
    await expect.poll(() => edge.isConnected(), { timeout: 5_000 }).toBe(true);
  });

  it('logged nothing that went wrong', () => expect(lines.filter(({ level }) => level === 'error')).toEqual([]));
});

it('says so when a token is wrong', async () => {
  const wrong = createSlackApp(
    { mode: 'socket', appToken: slack.appToken, botToken: 'xoxb-wrong', slackApiUrl: slack.apiUrl },
    house.desk,
    log,
  );
  await expect(wrong.start()).rejects.toThrow('invalid_auth');
});
