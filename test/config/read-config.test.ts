import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigProblem } from '../../src/config/problem.ts';
import { readBotConfig } from '../../src/config/read-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'ecr-why-config-'));
const file = join(folder, 'ecr-why.yml');
writeFileSync(file, 'accounts: [{id: "123456789012", name: a, regions: [eu-west-1]}]');
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = '0123456789abcdef0123456789abcdef';
const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ECR_WHY_CONFIG: file };

describe('readBotConfig', () => {
  it('reads Socket Mode, with the embedded queue unless told otherwise', () => {
    expect(readBotConfig(SOCKET)).toMatchObject({
      slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' },
      queueUrl: null,
      dataDir: './data',
      healthPort: 8081,
      accounts: [{ id: '123456789012' }],
    });
  });

  it('reads HTTP when there is a signing secret and no app token', () => {
    const { SLACK_APP_TOKEN: _token, ...rest } = SOCKET;
    expect(readBotConfig({ ...rest, SLACK_SIGNING_SECRET: SECRET, PORT: '8080' })).toMatchObject({
      slack: { mode: 'http', signingSecret: SECRET, port: 8080 },
    });
  });

  it('takes a variable that is set to nothing for unset', () => {
    expect(readBotConfig({ ...SOCKET, QUEUE_URL: '', HEALTH_PORT: ' ' })).toMatchObject({
      queueUrl: null,
      healthPort: 8081,
    });
  });

  it.each([
    ['SLACK_BOT_TOKEN is missing', { SLACK_BOT_TOKEN: undefined }],
    ['SLACK_BOT_TOKEN is malformed', { SLACK_BOT_TOKEN: 'xapp-swapped' }],
    ['SLACK_APP_TOKEN is missing', { SLACK_APP_TOKEN: undefined }],
    ['SLACK_APP_TOKEN is malformed', { SLACK_APP_TOKEN: 'xoxb-swapped' }],
    ['SLACK_SIGNING_SECRET is malformed', { SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 'short' }],
    ['QUEUE_URL is malformed', { QUEUE_URL: 'mysql://localhost' }],
    ['HEALTH_PORT is malformed', { HEALTH_PORT: '99999' }],
    ['ECR_WHY_CONFIG names', { ECR_WHY_CONFIG: join(folder, 'nowhere.yml') }],
  ])('%s: one line that says what was expected, and no secret', (problem, change) => {
    const read = () => readBotConfig({ ...SOCKET, ...change });
    expect(read).toThrow(ConfigProblem);
    expect(read).toThrow(problem);
    expect(read).toThrow(/expected/);
    expect(read).toThrow(/^[^\n]*$/);
    expect(read).not.toThrow(/swapped|xoxb-1/);
  });
});
