import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** The command as a person runs it, from the sources. */
function run(args: readonly string[], input = ''): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], ECR_WHY_CONFIG: undefined };
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

describe('ecr-why', () => {
  it('names the cause of a world as JSON', async () => {
    const { status, out, err } = await run(['why', '--world', 'mistyped-tag', '--json']);
    expect(err).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      conclusion: { kind: 'explained', cause: { check: 'missing-image' }, because: [{ check: 'mistyped-tag' }] },
      stats: { duplicateAwsCalls: 0, awsCalls: expect.any(Number), durationMs: expect.any(Number) },
    });
  });

  it('reads a pasted message from standard input', async () => {
    const message = 'Failed to pull image "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:v9.9.9": not found';
    const { status, out } = await run(['why', '-', '--world', 'healthy'], message);
    expect(status).toBe(0);
    expect(out).toContain('holds no image `my-app:v9.9.9`');
  });

  it('answers about a task whose role ECS could not assume, which never came to its pull', async () => {
    const role = 'arn:aws:iam::444455556666:role/my-app-exec';
    const { status, out } = await run(
      ['why', '-', '--world', 'execution-role-not-assumable-by-ecs', '--json'],
      `(service my-app) failed to launch a task with (error ECS was unable to assume the role '${role}' that was provided for this task.)`,
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ conclusion: { kind: 'explained', cause: { check: 'untrusted-role' } } });
  });

  it('parses one message, and lines of them', async () => {
    const text = 'Failed to pull image "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:v1": not found';
    const fields = {
      isPullFailure: true,
      platform: 'kubernetes',
      symptom: 'not_found',
      image: { account: '123456789012', repository: 'my-app', tag: 'v1' },
    };
    expect(JSON.parse((await run(['parse'], text)).out)).toMatchObject(fields);
    const { out } = await run(
      ['parse', '--jsonl'],
      `${JSON.stringify({ id: 'a', text })}\n\n${JSON.stringify({ id: 2, text: 'hello' })}\n`,
    );
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', ...fields },
      { id: 2, isPullFailure: false, image: null },
    ]);
  });

  it('lists the worlds with what must be named', async () => {
    const { out } = await run(['worlds', '--json']);
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({
        name: 'missing-tag',
        expectedCause: 'missing-image',
        message: expect.stringContaining('my-app'),
      }),
    );
  });

  it.each([
    [[], 2],
    [['help'], 0],
    [['why', '--help'], 0],
    [['sandbox', '-h'], 0],
  ])('shows help for %j', async (args, expected) => {
    const { status, out } = await run(args);
    expect(status).toBe(expected);
    expect(out).toContain('ecr-why why <image');
  });

  it.each([
    [['why'], 'Expected an image'],
    [['why', 'not-an-image'], '.dkr.ecr.'],
    [['why', 'a', 'b'], 'Expected one image, got 2'],
    [['why', '--world', 'nowhere'], 'There is no world "nowhere"'],
    [['why', '--bogus'], 'An option is unknown or lacks its value'],
    [['wy'], 'There is no such command'],
    [['start'], 'SLACK_BOT_TOKEN is missing'],
    [['start', '--only', 'half'], '--only is malformed'],
    [['sandbox', '--port', 'x'], '--port is malformed'],
  ])('answers bad use %j with one line and status 2', async (args, problem) => {
    const { status, out, err } = await run(args);
    expect(status).toBe(2);
    expect(err).toContain(problem);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
  });

  it('names the line of what is no JSON', async () => {
    const { status, err } = await run(['parse', '--jsonl'], '{"id":1,"text":"a"}\nnot json\n');
    expect(status).toBe(2);
    expect(err).toContain('Line 2');
  });
});
