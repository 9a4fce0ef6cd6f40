import { CALLBACK_IDS } from '../../../src/slack/blocks/action-ids.ts';
import { registerAppHome } from '../../../src/slack/listeners/app-home.ts';
import { registerAppMention } from '../../../src/slack/listeners/app-mention.ts';
import { registerMessage } from '../../../src/slack/listeners/message.ts';
import { registerMessageShortcut } from '../../../src/slack/listeners/message-shortcut.ts';
import { registerSlashCommand } from '../../../src/slack/listeners/slash-command.ts';
import { fakeApp, fakeEdge } from './fake-app.ts';
import { fakeDesk, NOW } from './fake-desk.ts';
import { fakeSlack } from './fake-slack.ts';

export const IMAGE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0';
export const ERROR = `CannotPullContainerError: failed to resolve ref ${IMAGE}: not found`;
export const TS = `${NOW / 1000 - 5}.000100`;

/** The listeners for what people ask, in front of a desk and a Slack in memory. */
export function house() {
  const slack = fakeSlack();
  const fakes = fakeDesk();
  const edge = fakeEdge(slack, fakes);
  const app = fakeApp(
    registerSlashCommand,
    registerMessage,
    registerAppMention,
    registerMessageShortcut,
    registerAppHome,
  );
  app.register(edge);
  const told: { readonly text: string }[] = [];
  const respond = (drawn: { readonly text: string }) => Promise.resolve(void told.push(drawn));
  let events = 0;
  return {
    slack,
    fakes,
    told,
    slash: (text: string, change: object = {}) =>
      app.named('/ecr', {
        ack: nothing,
        respond,
        command: {
          text,
          channel_id: 'C1',
          user_id: 'UANN',
          team_id: 'T1',
          response_url: 'https://hooks.slack.com/x',
          ...change,
        },
      }),
    message: (event: object, body: object = {}) =>
      app.named('message', {
        event: { type: 'message', channel: 'C1', user: 'UANN', ts: TS, text: ERROR, ...event },
        body: { team_id: 'T1', event_id: `Ev${(events += 1)}`, ...body },
      }),
    mention: (text: string, event: object = {}, body: object = {}) =>
      app.named('app_mention', {
        event: { type: 'app_mention', channel: 'C1', user: 'UANN', team: 'T1', ts: TS, text, ...event },
        body: { team_id: 'T1', event_id: `Ev${(events += 1)}`, ...body },
      }),
    shortcut: (message: object, change: object = {}) =>
      app.callback(CALLBACK_IDS.diagnoseMessage, {
        ack: nothing,
        respond,
        body: {
          channel: { id: 'C1' },
          message: { ts: TS, text: ERROR, ...message },
          message_ts: TS,
          user: { id: 'UANN', team_id: 'T1' },
          response_url: 'https://hooks.slack.com/x',
          ...change,
        },
      }),
    openHome: (tab: string) => app.named('app_home_opened', { event: { tab, user: 'UANN' }, body: { team_id: 'T1' } }),
    whispers: () => slack.calls('chat.postEphemeral').map(({ text }) => String(text)),
  };
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
