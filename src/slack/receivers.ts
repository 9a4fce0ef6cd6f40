import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger, Receiver } from '@slack/bolt';
import { clientOptions, STEADY_RETRIES } from './clients.ts';
import { keepReconnecting } from './keep-reconnecting.ts';

/** How Slack reaches us. */
export type SlackConnection =
  /** We call Slack: no open port. `appToken` begins with `xapp-`. */
  | { readonly mode: 'socket'; readonly appToken: string }
  /** Slack calls us at `/slack/events`, and signs. */
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

export interface Receivers {
  /** The first belongs to the app; the others are initialised with it. */
  readonly all: readonly [Receiver, ...Receiver[]];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether something that Slack sends now would arrive. */
  isConnected(): boolean;
}

/**
 * When Slack closes a socket, which it does about hourly, @slack/socket-mode 3.1 stays away for the length of the ping
 * timeout. A second socket hears meanwhile, and a short timeout keeps both from being away for long at the same time.
 */
const SOCKETS = 2;
const PING_TIMEOUT_MS = 2_000;

export function createReceivers(
  connection: SlackConnection,
  slackApiUrl: string | undefined,
  logger: Logger,
): Receivers {
  return connection.mode === 'socket'
    ? socketReceivers(connection.appToken, slackApiUrl, logger)
    : httpReceiver(connection, logger);
}

function socketReceivers(appToken: string, slackApiUrl: string | undefined, logger: Logger): Receivers {
  const connected = new Set<SocketModeReceiver>();
  let isStopping = false;
  const open = (): SocketModeReceiver => {
    const receiver = new SocketModeReceiver({
      appToken,
      logger,
      clientPingTimeout: PING_TIMEOUT_MS,
      // A fresh object each: the receiver keeps it, and Bolt writes into what it is given.
      installerOptions: { clientOptions: { ...clientOptions(slackApiUrl), retryConfig: { ...STEADY_RETRIES } } },
    });
    keepReconnecting(receiver, logger, () => isStopping);
    receiver.client.on('connected', () => connected.add(receiver));
    for (const event of ['reconnecting', 'disconnecting', 'disconnected'])
      receiver.client.on(event, () => connected.delete(receiver));
    return receiver;
  };
  const more = Array.from({ length: SOCKETS - 1 }, open);
  const all = [open(), ...more] as const;
  return {
    all,
    start: async () => void (await Promise.all(all.map((receiver) => receiver.start()))),
    async stop() {
      isStopping = true;
      await Promise.all(all.map((receiver) => receiver.stop()));
    },
    isConnected: () => connected.size > 0,
  };
}

function httpReceiver({ signingSecret, port }: Extract<SlackConnection, { mode: 'http' }>, logger: Logger): Receivers {
  const receiver = new HTTPReceiver({ signingSecret, port, logger });
  let isListening = false;
  return {
    all: [receiver],
    async start() {
      await receiver.start(port);
      isListening = true;
    },
    async stop() {
      isListening = false;
      await receiver.stop();
    },
    isConnected: () => isListening,
  };
}
