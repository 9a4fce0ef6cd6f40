import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const LOADER = import.meta.resolve('tsx');

const CONFIG =
  'accounts:\n  - id: "123456789012"\n    name: registry\n    regions: [us-east-1]\n    readRole: EcrWhyRead\n';

/** Runs `ecr-why doctor` in a directory of its own, where nobody is logged in to AWS. */
async function doctor(args: readonly string[], config?: string) {
  const cwd = await mkdtemp(join(tmpdir(), 'ecr-why-doctor-'));
  onTestFinished(() => rm(cwd, { recursive: true }));
  if (config !== undefined) await writeFile(join(cwd, 'ecr-why.yml'), config);
  const env = {
    PATH: process.env['PATH'],
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const child = spawn(process.execPath, ['--import', LOADER, CLI, 'doctor', ...args], { cwd, env });
  const status = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out, err };
}

/** How many calls there are grows with the checks, and is no part of what the page promises. */
const linesOf = (output: string): string[] =>
  output.split('\n').map((line) => line.trim().replace(/all \d+ calls/, 'all the calls'));

describe('ecr-why doctor', () => {
  it('ends with 0 where nothing is missing', async () => {
    const { status, out, err } = await doctor(['--world', 'healthy']);
    expect([err, status]).toEqual(['', 0]);
    expect(out).toContain('✓ 123456789012 registry');
    expect(out).toContain('✓ 444455556666 shop-prod');
  });

  it.each([
    ['reading-role-not-assumable', 'does not let us in: sts:AssumeRole is denied'],
    ['reader-denied-images', 'ecr:DescribeImages is denied'],
    ['reader-denied-route-tables', 'ec2:DescribeRouteTables is denied'],
  ])('ends with 1 in %s, and says why', async (world, why) => {
    const { status, out, err } = await doctor(['--world', world]);
    expect([err, status]).toEqual(['', 1]);
    expect(out).toContain(why);
  });

  it('prints what docs/configuration.md shows of it', async () => {
    const page = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
    const [, shown = ''] = /\$ npx ecr-why doctor\n([^]*?)\[ … the statement … \]/.exec(page) ?? [];
    const { out } = await doctor(['--world', 'reader-denied-images']);
    expect(linesOf(shown).length).toBeGreaterThan(5);
    expect(linesOf(out)).toEqual(expect.arrayContaining(linesOf(shown)));
  });

  it('prints the same as JSON', async () => {
    const { status, out } = await doctor(['--world', 'reader-denied-images', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      self: 'arn:aws:iam::999900001111:role/ecr-why',
      accounts: [
        {
          account: '123456789012',
          troubles: [{ kind: 'denied', action: 'ecr:DescribeImages', region: 'us-east-1' }, {}],
        },
        { account: '444455556666', troubles: [] },
      ],
    });
  });

  it('says so where nobody is logged in to AWS', async () => {
    const { status, out, err } = await doctor([], CONFIG);
    expect([err, status]).toEqual(['', 1]);
    expect(out).toMatch(/^No AWS credentials were found: .*such as/);
  });

  it.each([
    ['no ecr-why.yml', [], undefined, 'There is no ecr-why.yml here: expected'],
    ['a malformed one', [], 'accounts:\n  - id: 12\n', 'accounts[0].id must be twelve digits'],
    ['an unknown world', ['--world', 'nowhere'], undefined, 'There is no world "nowhere"'],
    ['an unknown option', ['--fix'], CONFIG, 'An option is unknown'],
    ['an argument', ['123456789012'], CONFIG, 'An option is unknown'],
  ])('ends with 2 and one sentence for %s', async (_title, args, config, says) => {
    const { status, out, err } = await doctor(args, config);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
