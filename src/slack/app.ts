import { App } from '@slack/bolt';
import { namesOf } from './account-names.ts';
import { boltLogger } from './bolt-logger.ts';
import { createChannelWatch } from './incoming/channel-watch.ts';
import { clientOptions, createSlackClients, STEADY_RETRIES } from './clients.ts';
import type { Edge, Self } from './edge.ts';
import { registerAppHome } from './listeners/app-home.ts';
import { registerAppMention } from './listeners/app-mention.ts';
import { registerDecideFix } from './listeners/decide-fix.ts';
import { registerLookAgain } from './listeners/look-again.ts';
import { registerMessage } from './listeners/message.ts';
import { registerMessageShortcut } from './listeners/message-shortcut.ts';
import { registerOpenFix } from './listeners/open-fix.ts';
import { registerRequestFix } from './listeners/request-fix.ts';
import { registerShowDetails } from './listeners/show-details.ts';
import { registerSlashCommand } from './listeners/slash-command.ts';
import { registerUndoFix } from './listeners/undo-fix.ts';
import { createOwnerDirectory } from './fixes/owner-directory.ts';
import type { Desk, Log } from './ports.ts';
import { createReceivers } from './receivers.ts';
import type { SlackConnection } from './receivers.ts';
import { createSeen } from './incoming/seen.ts';
import { accepted } from './slack-errors.ts';
import { createSnippetReader } from './incoming/snippets.ts';

/** Where Slack is and who we are there. */
export type SlackAppConfig = SlackConnection & {
  readonly botToken: string;
  /** Ends in `/api/`. Absent for Slack itself. */
  readonly slackApiUrl?: string;
};

/** The bot as Slack sees it. */
export interface SlackEdge {
  /** @throws when a token is wrong or Slack cannot be reached */
  start(): Promise<void>;
  stop(): Promise<void>;
  isConnected(): boolean;
}

const REGISTRATIONS = [
  registerSlashCommand,
  registerMessage,
  registerAppMention,
  registerMessageShortcut,
  registerShowDetails,
  registerLookAgain,
  registerOpenFix,
  registerRequestFix,
  registerDecideFix,
  registerUndoFix,
  registerAppHome,
];

/** Enough for a busy hour; whatever is older will not be delivered again. */
const MOST_SEEN = 10_000;

export function createSlackApp(config: SlackAppConfig, desk: Desk, log: Log): SlackEdge {
  const logger = boltLogger(log);
  const receivers = createReceivers(config, config.slackApiUrl, logger);
  const clients = createSlackClients(config);
  let self: Self | null = null;
  const known = (): Self => {
    if (self === null) throw new Error('the bot has not been started');
    return self;
  };

  const [first, ...others] = receivers.all;
  const app = new App({
    receiver: first,
    logger,
    clientOptions: { ...clientOptions(config.slackApiUrl), retryConfig: { ...STEADY_RETRIES }, logger },
    authorize: () =>
      Promise.resolve({
        botToken: config.botToken,
        botId: known().bot,
        botUserId: known().botUser,
        teamId: known().team,
      }),
  });
  for (const receiver of others) receiver.init(app);
  app.error((error) => {
    log.error({ err: error }, 'a listener failed');
    return Promise.resolve();
  });

  const edge: Edge = {
    desk,
    log,
    clients,
    names: namesOf(desk.accounts),
    channels: createChannelWatch(clients.steady, log),
    owners: createOwnerDirectory(clients.steady, log),
    snippets: createSnippetReader(config, log),
    seen: createSeen(MOST_SEEN),
    self: known,
    now: Date.now,
  };
  for (const register of REGISTRATIONS) register(app, edge);

  return {
    async start() {
      const {
        team_id: team,
        user_id: botUser,
        bot_id: bot,
      } = await accepted('SLACK_BOT_TOKEN', clients.steady.auth.test());
      if (team === undefined || botUser === undefined || bot === undefined)
        throw new Error('SLACK_BOT_TOKEN is not the token of a bot');
      self = { team, botUser, bot };
      await accepted('SLACK_APP_TOKEN', receivers.start());
    },
    stop: () => receivers.stop(),
    isConnected: () => receivers.isConnected(),
  };
}
