import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BotShapes } from '../../src/bot/shapes.ts';
import { type Jobs, openJobs } from '../../src/jobs/index.ts';
import { SANDBOX_ACCOUNTS } from '../../src/sandbox/accounts.ts';
import type { Estate } from '../../src/sandbox/aws/estate.ts';
import { type ObservedCall, worldHandler } from '../../src/sandbox/aws/handler.ts';
import { type SlackSandbox, startSlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import type { World } from '../../src/sandbox/worlds/world.ts';
import type { Place } from '../jobs/engine-under-test.ts';
import { type BotProcess, startBotProcess } from '../support/bot-processes.ts';
import { type Gate, openGate } from './restart-gate.ts';

/** Everything around the bot that outlives it: the workspace, AWS, the queue. */
export interface Stage {
  readonly slack: SlackSandbox;
  readonly estate: Estate;
  /** Every call that AWS has carried out. */
  readonly awsCalls: readonly ObservedCall[];
  /** What the bot's calls to Slack and to AWS pass. */
  readonly gates: { readonly slack: Gate; readonly aws: Gate };
  /** Resolves once the bot hears Slack. */
  startBot(): Promise<BotProcess>;
  /** What the queue remembers; no bot may run meanwhile on the embedded engine. */
  remembered<Answer>(ask: (jobs: Jobs<BotShapes>) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

export async function openStage(world: World, place: Place): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'ecr-why-restart-'));
  const accountsFile = join(folder, 'ecr-why.yml');
  await writeFile(accountsFile, accountsText());

  const slack = await startSlackSandbox({
    port: 0,
    panel: { list: () => [], active: () => '', choose: async () => {} },
  });
  const estate = world.build();
  const awsCalls: ObservedCall[] = [];
  const gates = { slack: await gateToSlack(slack.apiUrl), aws: await gateToAws(estate, (call) => awsCalls.push(call)) };
  const bots: BotProcess[] = [];

  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: `${gates.slack.url}/api/`,
    DATA_DIR: place.dataDir,
    HEALTH_PORT: '0',
    ECR_WHY_CONFIG: accountsFile,
    AWS_ENDPOINT_URL: gates.aws.url,
    AWS_ACCESS_KEY_ID: estate.self.accessKeyId,
    AWS_SECRET_ACCESS_KEY: estate.self.secretAccessKey,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...(place.url !== null && { QUEUE_URL: place.url }),
  };

  return {
    slack,
    estate,
    awsCalls,
    gates,
    async startBot() {
      const bot = startBotProcess(env);
      bots.push(bot);
      await bot.logged('ecr-why is running');
      return bot;
    },
    async remembered(ask) {
      const jobs = await openJobs<BotShapes>({ ...place, log: () => {} });
      try {
        return await ask(jobs);
      } finally {
        await jobs.close(0);
      }
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.kill()));
      await Promise.all([slack.close(), gates.slack.close(), gates.aws.close()]);
      await rm(folder, { recursive: true });
    },
  };
}

/** The sandbox's accounts as an ecr-why.yml would say it; JSON is YAML too. */
function accountsText(): string {
  const accounts = SANDBOX_ACCOUNTS.map(({ isProduction: production, ...account }) => ({ ...account, production }));
  return JSON.stringify({ accounts });
}

function gateToSlack(apiUrl: string): Promise<Gate> {
  return openGate(async ({ method, path, headers, body }) => {
    const { authorization = '', 'content-type': type = '' } = headers;
    const url = new URL(path, apiUrl);
    const response = await fetch(url, { method, headers: { authorization, 'content-type': type }, body });
    return { status: response.status, headers: { 'content-type': 'application/json' }, body: await response.text() };
  });
}

function gateToAws(estate: Estate, onCall: (call: ObservedCall) => void): Promise<Gate> {
  const world = worldHandler(() => estate, { onCall });
  return openGate(async ({ method, path, headers, body }) => {
    const { response } = await world.handle({
      method,
      path,
      hostname: headers.host ?? '',
      headers: single(headers),
      body,
    });
    return { status: response.statusCode, headers: response.headers, body: response.body };
  });
}

function single(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
