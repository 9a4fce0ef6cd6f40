import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from '../../lib/once.ts';
import { ChangeFeed } from './changes.ts';
import { createDriver } from './create-driver.ts';
import { SocketMode } from './delivery/socket-mode.ts';
import type { SandboxDriver } from './driver.ts';
import { loadPage } from './http/page.ts';
import { handle } from './http/routes.ts';
import { isForThisHost, isFromOwnPage } from './http/same-origin.ts';
import type { LocalSlack } from './local-slack.ts';
import { FileStore } from './state/file-store.ts';
import { newSecret } from './state/identifiers.ts';
import { Membership } from './state/membership.ts';
import { MessageStore } from './state/message-store.ts';
import { ResponseUrls } from './state/response-urls.ts';
import { Streams } from './state/streams.ts';
import { createTimestamps } from './state/timestamps.ts';
import { Triggers } from './state/triggers.ts';
import { ViewStore } from './state/view-store.ts';
import { WebApi } from './web-api/web-api.ts';
import { DEMO_WORKSPACE, type Workspace } from './workspace.ts';
import type { WorldPanel } from './world-panel.ts';

export interface SlackSandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly panel: WorldPanel;
  readonly workspace?: Workspace;
  /** Where to listen; the loopback address unless a container has to be reached from outside. */
  readonly host?: string;
  /** Milliseconds since 1970; given by tests that want a trigger to expire without waiting. */
  readonly now?: () => number;
  /** How long an app has to acknowledge, and the pauses before an event is sent again, in milliseconds. */
  readonly ackTimeoutMs?: number;
  readonly retryDelaysMs?: readonly number[];
}

export interface SlackSandbox extends SandboxDriver {
  /** `http://localhost:3141`, for people. */
  readonly url: string;
  /** For `slackApiUrl`; ends in `/api/`. */
  readonly apiUrl: string;
  readonly appToken: string;
  readonly botToken: string;
  close(): Promise<void>;
}

/**
 * Starts a local Slack workspace: Web API, Socket Mode, and a page in which several people can work.
 * Everything lives in memory. Rejects when the port is taken.
 */
export async function startSlackSandbox(options: SlackSandboxOptions): Promise<SlackSandbox> {
  const server = createServer();
  const port = await listen(server, options.port, options.host ?? '127.0.0.1');
  const slack = createSlack(options, `http://127.0.0.1:${port}`);
  const webApi = new WebApi(slack);
  const routes = { slack, webApi, loadPage: once(loadPage) };
  server.on('request', (request, response) => void handle(routes, request, response));
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', slack.origin);
    const isWelcome = url.pathname === '/socket' && isForThisHost(request) && isFromOwnPage(request);
    slack.socketMode.accept(isWelcome ? url.searchParams.get('ticket') : null, request, socket, head);
  });
  return {
    ...createDriver(slack, webApi),
    url: `http://localhost:${port}`,
    apiUrl: `${slack.origin}/api/`,
    appToken: slack.appToken,
    botToken: slack.botToken,
    close: async () => close(server, slack),
  };
}

function createSlack(options: SlackSandboxOptions, origin: string): LocalSlack {
  const workspace = options.workspace ?? DEMO_WORKSPACE;
  const now = options.now ?? Date.now;
  const feed = new ChangeFeed();
  return {
    workspace,
    panel: options.panel,
    // Nobody can guess them, so that no other page of the browser can speak as the app.
    appToken: `xapp-local-${newSecret()}`,
    botToken: `xoxb-local-${newSecret()}`,
    origin,
    now,
    feed,
    membership: new Membership(workspace, feed),
    messages: new MessageStore(createTimestamps(now), feed),
    views: new ViewStore(workspace, feed),
    files: new FileStore(`${origin}/files/`),
    streams: new Streams(now),
    triggers: new Triggers(now),
    responseUrls: new ResponseUrls(`${origin}/response/`, now),
    socketMode: new SocketMode({
      appId: workspace.app.id,
      ackTimeoutMs: options.ackTimeoutMs ?? 3_000,
      retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
      onConnectionChange: (isBotConnected) => feed.tell({ kind: 'connection', isBotConnected }),
    }),
  };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return isAddressInfo(address) ? address.port : port;
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

async function close(server: Server, slack: LocalSlack): Promise<void> {
  slack.socketMode.close();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
