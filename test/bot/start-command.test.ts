import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const SECRET = 'hunter2';

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };

/** Nobody listens there. */
const NOWHERE = '127.0.0.1:1';

interface Refusal {
  readonly what: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** What the line must name: the variable or key, and what was expected. */
  readonly names: readonly string[];
}

const REFUSALS: readonly Refusal[] = [
  { what: 'nothing at all', env: {}, names: ['SLACK_BOT_TOKEN is missing', 'xoxb-', 'api.slack.com/apps'] },
  { what: 'an empty bot token', env: { ...SOCKET, SLACK_BOT_TOKEN: ' ' }, names: ['SLACK_BOT_TOKEN is missing'] },
  {
    what: 'a bot token of another kind',
    env: { ...SOCKET, SLACK_BOT_TOKEN: SECRET },
    names: ['SLACK_BOT_TOKEN is malformed', 'xoxb-', 'OAuth & Permissions'],
  },
  {
    what: 'neither an app token nor a signing secret',
    env: { SLACK_BOT_TOKEN: 'xoxb-1' },
    names: ['SLACK_APP_TOKEN is missing', 'xapp-', 'App-Level Tokens', 'SLACK_SIGNING_SECRET'],
  },
  {
    what: 'an app token of another kind',
    env: { ...SOCKET, SLACK_APP_TOKEN: SECRET },
    names: ['SLACK_APP_TOKEN is malformed', 'xapp-', 'App-Level Tokens'],
  },
  {
    what: 'a signing secret that is none',
    env: { ...HTTP, SLACK_SIGNING_SECRET: SECRET },
    names: ['SLACK_SIGNING_SECRET is malformed', '32 hexadecimal digits', 'App Credentials'],
  },
  { what: 'a port that is none', env: { ...HTTP, PORT: '65536' }, names: ['PORT is malformed', '0 to 65535'] },
  {
    what: 'a health port that is none',
    env: { ...SOCKET, HEALTH_PORT: 'eighty' },
    names: ['HEALTH_PORT is malformed', '0 to 65535', '8081'],
  },
  {
    what: 'a queue of an unknown kind',
    env: { ...SOCKET, QUEUE_URL: `mysql://root:${SECRET}@localhost` },
    names: ['QUEUE_URL is malformed', 'redis://', 'postgres://'],
  },
  {
    what: 'a queue that is no URL',
    env: { ...SOCKET, QUEUE_URL: `redis://user:${SECRET}@[` },
    names: ['QUEUE_URL', 'redis://localhost:6379'],
  },
  {
    what: 'a Redis that is away',
    env: { ...SOCKET, QUEUE_URL: `redis://user:${SECRET}@${NOWHERE}` },
    names: ['QUEUE_URL', NOWHERE, 'ECONNREFUSED'],
  },
  {
    what: 'a PostgreSQL that is away',
    env: { ...SOCKET, QUEUE_URL: `postgres://user:${SECRET}@${NOWHERE}/db` },
    names: ['QUEUE_URL', NOWHERE, 'ECONNREFUSED'],
  },
  { what: 'a folder that is a file', env: { ...SOCKET, DATA_DIR: 'a-file' }, names: ['QUEUE_URL', 'a-file'] },
  {
    what: 'an accounts file that is missing',
    env: { ...SOCKET, ECR_WHY_CONFIG: 'nowhere.yml' },
    names: ['ECR_WHY_CONFIG', 'nowhere.yml'],
  },
  {
    what: 'an accounts file with a wrong key',
    env: { ...SOCKET, ECR_WHY_CONFIG: 'wrong.yml' },
    names: ['wrong.yml: accounts[0].regions', 'at least one Region'],
  },
  { what: 'an unknown half', env: SOCKET, args: ['--only', 'half'], names: ['--only is malformed', 'slack or worker'] },
  { what: 'one half alone', env: SOCKET, args: ['--only', 'worker'], names: ['--only needs QUEUE_URL', 'redis://'] },
  { what: 'an unknown option', env: SOCKET, args: ['--loudly'], names: ['An option is unknown', 'ecr-why help'] },
];

describe('ecr-why start', { timeout: 120_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecr-why-start-'));
    await writeFile(join(folder, 'a-file'), '');
    await writeFile(join(folder, 'wrong.yml'), 'accounts: [{ id: "123456789012", name: shop, regions: [] }]');
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function start({ env, args = [] }: Refusal) {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), CLI, 'start', ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const status = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await status, out, err };
  }

  test.concurrent.for(REFUSALS)('refuses $what in one line, with status 2', async (refusal, { expect }) => {
    const { status, out, err } = await start(refusal);
    expect(err).toMatch(/^ecr-why: [^\n]+\n$/);
    for (const name of refusal.names) expect(err).toContain(name);
    expect(err).not.toContain(SECRET);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});
