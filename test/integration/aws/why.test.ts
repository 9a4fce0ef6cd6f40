import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HOST, REGISTRY, roleIn, WORKLOADS } from './accounts.ts';
import { MOTO_ENVIRONMENT, useMoto } from './moto.ts';
import { IMAGE } from './reading.ts';
import { recordRequests } from './recording-proxy.ts';
import { buildShop } from './shop.ts';

useMoto();

const CLI = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const LOADER = import.meta.resolve('tsx');

const CONFIG = `accounts:
  - id: "${REGISTRY}"
    name: registry
    regions: [us-east-1, eu-west-1]
    readRole: EcrWhyRead
  - id: "${WORKLOADS}"
    name: workloads
    regions: [us-east-1]
    readRole: EcrWhyRead
`;

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `ecr-why why` in an empty directory that holds this ecr-why.yml, with nothing but moto in the environment. */
async function why(
  args: readonly string[],
  { config = CONFIG, env = {}, input = '' }: { config?: string; env?: Record<string, string>; input?: string } = {},
): Promise<Run> {
  const cwd = await mkdtemp(join(tmpdir(), 'ecr-why-'));
  onTestFinished(() => rm(cwd, { recursive: true }));
  await writeFile(join(cwd, 'ecr-why.yml'), config);
  const child = spawn(process.execPath, ['--import', LOADER, CLI, 'why', ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...MOTO_ENVIRONMENT, ...env },
  });
  child.stdin.end(input);
  const status = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

describe('ecr-why why', () => {
  it('prints a whole diagnosis as JSON, and asks AWS nothing twice', async () => {
    await buildShop();
    const { url, sent } = await recordRequests(MOTO_ENVIRONMENT.AWS_ENDPOINT_URL);
    const message = `Failed to pull image "${HOST}/shop/api:2.1.0": rpc error: code = NotFound desc = failed to resolve reference: ${HOST}/shop/api:2.1.0: not found`;
    const args = ['-', '--cluster', 'prod', '--service', 'checkout', '--json'];
    const { status, stdout, stderr } = await why(args, { input: message, env: { AWS_ENDPOINT_URL: url } });
    expect([status, stderr]).toEqual([0, '']);
    const diagnosis = JSON.parse(stdout);
    expect(diagnosis).toMatchObject({
      version: 1,
      incident: { image: { repository: 'shop/api', tag: '2.1.0' }, symptom: { kind: 'not_found' } },
      conclusion: {
        kind: 'explained',
        certainty: 'confirmed',
        cause: { check: 'missing-image', answer: 'missing' },
        because: [{ check: 'mistyped-tag' }],
      },
      stats: { duplicateAwsCalls: 0 },
    });
    const assumed = sent
      .filter(({ action }) => action === 'sts:AssumeRole')
      .map(({ input }) => String(input['RoleArn']));
    expect(assumed.toSorted((a, b) => a.localeCompare(b))).toEqual([
      roleIn(REGISTRY, 'EcrWhyRead'),
      roleIn(WORKLOADS, 'EcrWhyRead'),
    ]);
    // What moto failed to answer was sent again: that is the SDK trying, not us asking twice.
    const asked = new Set(sent.filter(({ action }) => action !== 'sts:AssumeRole').map((each) => JSON.stringify(each)));
    expect(asked.size).toBe(diagnosis.stats.awsCalls);
  });

  it('asks AWS for nothing that could change it', async () => {
    await buildShop({ tagMutability: 'MUTABLE' });
    const { url, sent } = await recordRequests(MOTO_ENVIRONMENT.AWS_ENDPOINT_URL);
    await why([IMAGE, '--cluster', 'prod', '--service', 'checkout'], { env: { AWS_ENDPOINT_URL: url } });
    const actions = [...new Set(sent.map(({ action }) => action))];
    expect(actions).toContain('ecr:DescribeImages');
    expect(actions.filter((action) => !/:(Describe|Get|List|Lookup|Simulate|AssumeRole|GET )/.test(action))).toEqual(
      [],
    );
  });

  it('answers a person in words', async () => {
    await buildShop();
    const { status, stdout, stderr } = await why([`${HOST}/shop/apo:v2.1.0`]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('There is no repository `shop/apo`');
  });

  it('says what it could not look at when nothing answers, and is done', async () => {
    const { status, stdout } = await why([IMAGE, '--json'], { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' } });
    expect(status).toBe(0);
    const { conclusion, findings } = JSON.parse(stdout);
    expect(conclusion.kind).toBe('undetermined');
    const { gaps } = findings.find(({ check }: { check: string }) => check === 'missing-repository');
    expect(gaps[0]).toMatchObject({ reason: 'unavailable', action: 'sts:AssumeRole', account: REGISTRY });
  });

  it.each([
    ['no image', ['not an image'], {}, /^ecr-why: /],
    ['half a workload', [IMAGE, '--cluster', 'prod'], {}, /--cluster needs --service or --task/],
    [
      'a malformed ecr-why.yml',
      [IMAGE],
      { config: 'accounts:\n  - id: 12\n' },
      /accounts\[0\]\.id must be twelve digits/,
    ],
    ['a missing ecr-why.yml', [IMAGE], { env: { ECR_WHY_CONFIG: 'nowhere.yml' } }, /ECR_WHY_CONFIG names nowhere\.yml/],
  ])('ends with 2 and one sentence for %s', async (_title, args, options, says) => {
    const { status, stdout, stderr } = await why(args, options);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('tells what failed to run, and takes it for no answer', async () => {
    const { stdout, stderr } = await why([IMAGE, '--json'], { env: { AWS_ENDPOINT_URL: 'no address at all' } });
    expect(stderr).toMatch(/^ecr-why: missing-repository failed to run: TypeError: Invalid URL/m);
    expect(JSON.parse(stdout).conclusion.kind).toBe('undetermined');
  });
});
