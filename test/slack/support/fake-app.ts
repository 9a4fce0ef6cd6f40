import type { App } from '@slack/bolt';
import { namesOf } from '../../../src/slack/account-names.ts';
import { createChannelWatch } from '../../../src/slack/incoming/channel-watch.ts';
import type { Edge } from '../../../src/slack/edge.ts';
import { createOwnerDirectory } from '../../../src/slack/fixes/owner-directory.ts';
import { createSeen } from '../../../src/slack/incoming/seen.ts';
import { NOW } from './fake-desk.ts';
import type { FakeDesk } from './fake-desk.ts';
import { fakeLog } from './fake-slack.ts';
import type { FakeSlack } from './fake-slack.ts';

type Listener = (args: Record<string, unknown>) => Promise<void>;

interface Constraint {
  readonly action_id?: RegExp;
  readonly callback_id?: string;
}

/** Keeps what is registered, and calls it as Bolt would. */
export function fakeApp(...registrations: readonly ((app: App, edge: Edge) => void)[]) {
  const listeners: { readonly name: string | Constraint; readonly listener: Listener }[] = [];
  const keep = (name: string | Constraint, listener: Listener) => void listeners.push({ name, listener });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the methods that registrations call
  const app = { action: keep, command: keep, event: keep, shortcut: keep, view: keep } as unknown as App;

  async function hear(fits: (name: string | Constraint) => boolean, args: Record<string, unknown>): Promise<void> {
    const [found, ...others] = listeners.filter(({ name }) => fits(name));
    if (found === undefined || others.length > 0) throw new Error('exactly one listener must hear this');
    await found.listener(args);
  }

  return {
    register: (edge: Edge) => registrations.forEach((register) => register(app, edge)),
    named: (name: string, args: Record<string, unknown>) => hear((known) => known === name, args),
    action: (id: string, args: Record<string, unknown>) =>
      hear((known) => typeof known === 'object' && known.action_id?.test(id) === true, args),
    callback: (id: string, args: Record<string, unknown>) =>
      hear((known) => typeof known === 'object' && known.callback_id === id, args),
  };
}

export function fakeEdge(
  slack: FakeSlack,
  { desk }: FakeDesk,
): Edge & { readonly lines: ReturnType<typeof fakeLog>['lines'] } {
  const { log, lines } = fakeLog();
  return {
    desk,
    log,
    lines,
    clients: slack.clients,
    names: namesOf(desk.accounts),
    channels: createChannelWatch(slack.clients.steady, log),
    owners: createOwnerDirectory(slack.clients.steady, log),
    snippets: { textOf: () => Promise.resolve('') },
    seen: createSeen(100),
    self: () => ({ team: 'T1', botUser: 'U-BOT', bot: 'B-BOT' }),
    now: () => NOW,
  };
}
