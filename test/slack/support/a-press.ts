import { registerDecideFix } from '../../../src/slack/listeners/decide-fix.ts';
import { registerLookAgain } from '../../../src/slack/listeners/look-again.ts';
import { registerOpenFix } from '../../../src/slack/listeners/open-fix.ts';
import { registerRequestFix } from '../../../src/slack/listeners/request-fix.ts';
import { registerShowDetails } from '../../../src/slack/listeners/show-details.ts';
import { registerUndoFix } from '../../../src/slack/listeners/undo-fix.ts';
import { checkView } from '../../../src/sandbox/slack/view-limits.ts';
import type { FixRequest, Person } from '../../../src/slack/ports.ts';
import { FIX } from './diagnoses.ts';
import { fakeApp, fakeEdge } from './fake-app.ts';
import { fakeDesk } from './fake-desk.ts';
import { fakeSlack } from './fake-slack.ts';

/** Everybody who can see a button, and so can press it. */
export const ROLES = {
  owner: { user: 'UOWNER', team: 'T1' },
  requester: { user: 'U-ASKER', team: 'T1' },
  colleague: { user: 'U-OTHER', team: 'T1' },
  stranger: { user: 'UOWNER', team: 'T-OTHER' },
} as const satisfies Record<string, Person>;
export type Role = keyof typeof ROLES;

export interface Situation {
  readonly account?: Parameters<typeof fakeDesk>[0];
  readonly fix?: Partial<FixRequest>;
  readonly channel?: string;
  readonly widensAccess?: boolean;
  /** The button stands below what was said to the presser alone, where the bot is not a member. */
  readonly isPrivate?: boolean;
}

/** One press in a fresh house, with one request that is waiting. */
export async function press(
  id: string,
  role: Role,
  { account = {}, fix = {}, channel = 'C1', widensAccess = false, isPrivate = false }: Situation = {},
) {
  const slack = fakeSlack();
  const known = (await fakeDesk().desk.findDiagnosis('d-1')) ?? undefined;
  const fakes = fakeDesk(account, known === undefined ? undefined : { ...known, fixes: [{ ...FIX, widensAccess }] });
  const conversation = { team: 'T1', channel, threadTs: '1.1', user: 'U-ASKER', responseUrl: null };
  const made = await fakes.desk.requestFix({
    diagnosisId: 'd-1',
    fix: { ...FIX, widensAccess },
    requester: ROLES.requester,
    approvers: ['UOWNER'],
    conversation,
    undoes: null,
  });
  fakes.requests.set(made.id, { ...made, messageTs: '1.2', ...fix });

  const edge = fakeEdge(slack, fakes);
  const app = fakeApp(
    registerOpenFix,
    registerUndoFix,
    registerShowDetails,
    registerLookAgain,
    registerRequestFix,
    registerDecideFix,
  );
  app.register(edge);
  const told: { readonly text: string }[] = [];
  let isAcknowledged = false;
  const ack = () => Promise.resolve(void (isAcknowledged = true));
  const respond = (drawn: { readonly text: string }) => Promise.resolve(void told.push(drawn));
  const { user, team } = ROLES[role];
  const person = { id: user, team_id: team };
  const args = {
    ack,
    respond,
    body: {
      user: person,
      channel: { id: channel },
      container: {
        type: 'message',
        message_ts: '1.2',
        thread_ts: '1.1',
        is_ephemeral: isPrivate,
        ...(isPrivate && { thread_ts: undefined }),
      },
      trigger_id: 'x',
      response_url: 'https://hooks.slack.com/x',
    },
  };

  return {
    slack,
    fakes,
    edge,
    told,
    click: (value: string) => app.action(id, { ...args, action: { value } }),
    submit: (callbackId: string, metadata: string) =>
      app.callback(callbackId, { ack, body: { user: person }, view: { id: 'V1', private_metadata: metadata } }),
    /** What it led to: a form, a private answer, or something that was done. */
    result(): string | null {
      if (!isAcknowledged) throw new Error('the press was not acknowledged');
      const [form] = slack.calls('views.open');
      if (form !== undefined) {
        if (checkView(form['view']).length > 0) throw new Error(checkView(form['view']).join());
        const submit = /"submit":\{"type":"plain_text","text":"([^"]+)"/.exec(JSON.stringify(form['view']))?.[1];
        return submit === undefined ? 'form' : `form: ${submit}`;
      }
      const states = [...fakes.requests.values()].map(({ state }) => state.kind);
      if (states.includes('approved')) return 'approved';
      if (states.includes('rejected')) return 'rejected';
      if (fakes.asks.length > 0 || states.length > 1) return 'asked';
      return told.length + slack.calls('chat.postEphemeral').length > 0 ? 'private answer' : null;
    },
  };
}
