import { readFileSync } from 'node:fs';
import type { ConfiguredAccount } from '../domain/account.ts';
import { parseAccounts } from './accounts-file.ts';
import { ConfigProblem } from './problem.ts';

/** Environment variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How the bot is connected to Slack. */
export type SlackConfig =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string; readonly port: number };

export interface BotConfig {
  readonly slack: SlackConfig;
  /** `null`: the embedded engine. */
  readonly queueUrl: string | null;
  readonly dataDir: string;
  readonly healthPort: number;
  readonly accounts: readonly ConfiguredAccount[];
  readonly homeRegion: string;
}

export const DEFAULT_FILE = 'ecr-why.yml';

/** The environment and ecr-why.yml → Config, checked once at the start. Throws `ConfigProblem`. */
export function readBotConfig(env: Environment): BotConfig {
  return {
    slack: readSlack(env),
    queueUrl: readQueueUrl(env),
    dataDir: text(env, 'DATA_DIR') ?? './data',
    healthPort: readPort(env, 'HEALTH_PORT', 8081),
    ...readAwsConfig(env),
  };
}

/** The part of the configuration that the command line needs as well. */
export function readAwsConfig(env: Environment): Pick<BotConfig, 'accounts' | 'homeRegion'> {
  return {
    accounts: readAccounts(env),
    homeRegion: text(env, 'AWS_REGION') ?? text(env, 'AWS_DEFAULT_REGION') ?? 'us-east-1',
  };
}

function readSlack(env: Environment): SlackConfig {
  const botToken = readToken(
    env,
    'SLACK_BOT_TOKEN',
    'xoxb-',
    'your app’s page at api.slack.com/apps, under OAuth & Permissions',
  );
  if (text(env, 'SLACK_APP_TOKEN') !== undefined) {
    const appToken = readToken(
      env,
      'SLACK_APP_TOKEN',
      'xapp-',
      'your app’s page at api.slack.com/apps, under Basic Information, App-Level Tokens',
    );
    return { mode: 'socket', botToken, appToken };
  }
  const signingSecret = text(env, 'SLACK_SIGNING_SECRET');
  if (signingSecret === undefined) {
    throw new ConfigProblem(
      'SLACK_APP_TOKEN is missing: expected a token that begins with xapp- (Socket Mode), from your app’s page at api.slack.com/apps, ' +
        'under Basic Information, App-Level Tokens; or set SLACK_SIGNING_SECRET instead to receive over HTTP.',
    );
  }
  if (!/^[0-9a-f]{32}$/.test(signingSecret)) {
    throw new ConfigProblem(
      'SLACK_SIGNING_SECRET is malformed: expected 32 hexadecimal digits, from your app’s page at api.slack.com/apps, under Basic Information, App Credentials.',
    );
  }
  return { mode: 'http', botToken, signingSecret, port: readPort(env, 'PORT', 3000) };
}

function readToken(env: Environment, name: string, prefix: string, source: string): string {
  const value = text(env, name);
  if (value === undefined)
    throw new ConfigProblem(`${name} is missing: expected a token that begins with ${prefix}, from ${source}.`);
  // The value itself is never echoed: it may be a secret in the wrong variable.
  if (!value.startsWith(prefix))
    throw new ConfigProblem(`${name} is malformed: expected a token that begins with ${prefix}, from ${source}.`);
  return value;
}

function readQueueUrl(env: Environment): string | null {
  const value = text(env, 'QUEUE_URL');
  if (value === undefined) return null;
  if (/^(rediss?|postgres(ql)?):\/\/./.test(value)) return value;
  throw new ConfigProblem(
    'QUEUE_URL is malformed: expected redis://host:6379, rediss://… or postgres://user@host:5432/db; leave it unset for the embedded queue.',
  );
}

function readPort(env: Environment, name: string, otherwise: number): number {
  const value = text(env, name);
  if (value === undefined) return otherwise;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new ConfigProblem(`${name} is malformed: expected a port number from 0 to 65535, such as ${otherwise}.`);
}

function readAccounts(env: Environment): readonly ConfiguredAccount[] {
  const named = text(env, 'ECR_WHY_CONFIG');
  const file = named ?? DEFAULT_FILE;
  try {
    return parseAccounts(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof ConfigProblem) throw error;
    if (isMissingFile(error) && named === undefined) return [];
    throw new ConfigProblem(
      `ECR_WHY_CONFIG names ${file}, which cannot be read: expected the path of a file such as ecr-why.yml.`,
      { cause: error },
    );
  }
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A variable that is set to nothing counts as unset: that is what an empty line in an env file means. */
function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
