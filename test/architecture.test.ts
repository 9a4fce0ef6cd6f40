import { execFile } from 'node:child_process';
import { cp, mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const RULES = forbidden.map(({ name }) => name);

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string } }[];
    readonly totalCruised: number;
  };
}

/** What `npm run architecture` says of a copy of the project: the names of the rules that are broken, and how much it read. */
function cruise(root: string): Promise<{ modules: number; rules: readonly string[] }> {
  const args = ['node_modules/.bin/depcruise', 'src', '--output-type', 'json'];
  return new Promise((settle, reject) => {
    // It exits with the number of violations: only an answer that is no JSON is a failure.
    execFile(process.execPath, args, { cwd: root, maxBuffer: 64 << 20 }, (_error, stdout, stderr) => {
      if (!stdout.startsWith('{')) return reject(new Error(stderr));
      const { summary }: Report = JSON.parse(stdout);
      return settle({ modules: summary.totalCruised, rules: summary.violations.map(({ rule }) => rule.name) });
    });
  });
}

/** One planted import for each rule: the file it stands in, and what it imports. */
const PLANTED: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['domain-may-import', 'src/domain/planted.ts', '../aws/errors.ts'],
  ['lib-may-import', 'src/lib/planted.ts', '../domain/aws.ts'],
  ['config-may-import', 'src/config/planted.ts', '../aws/errors.ts'],
  ['intake-may-import', 'src/intake/planted.ts', '../checks/index.ts'],
  ['semantics-may-import', 'src/semantics/planted.ts', '../checks/index.ts'],
  ['checks-may-import', 'src/checks/manifest/planted.ts', './missing-image.ts'],
  ['fixers-may-import', 'src/fixers/planted.ts', '../investigation/conclude.ts'],
  ['investigation-may-import', 'src/investigation/planted.ts', '../checks/manifest/missing-image.ts'],
  ['aws-may-import', 'src/aws/planted.ts', '../slack/ports.ts'],
  ['jobs-may-import', 'src/jobs/planted.ts', '../slack/ports.ts'],
  ['picture-may-import', 'src/picture/planted.ts', '../semantics/vpc-path/hop-reasons.ts'],
  ['blocks-may-import', 'src/slack/blocks/planted.ts', '../listeners/message.ts'],
  ['slack-may-import', 'src/slack/planted.ts', '../jobs/index.ts'],
  ['terminal-may-import', 'src/terminal/planted.ts', '../aws/errors.ts'],
  ['sandbox-may-import', 'src/sandbox/planted.ts', '../slack/ports.ts'],
  ['aws-sdk-only-in', 'src/bot/planted.ts', '@aws-sdk/client-ecr'],
  ['slack-sdk-only-in', 'src/slack/blocks/planted.ts', '@slack/bolt'],
  ['queue-only-in', 'src/bot/planted.ts', 'bullmq'],
  ['renderer-only-in', 'src/picture/planted.ts', '@resvg/resvg-js'],
  ['pure-core', 'src/checks/manifest/planted.ts', 'node:fs'],
  ['src-not-to-test', 'src/bot/planted.ts', '../../test/support/an-incident.ts'],
];

describe('the rules of who may import whom', () => {
  const project = resolve(import.meta.dirname, '..');
  let copy = '';

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'ecr-why-canary-'));
    await cp(join(project, 'src'), join(copy, 'src'), { recursive: true });
    await mkdir(join(copy, 'test'));
    await cp(join(project, 'test/support'), join(copy, 'test/support'), { recursive: true });
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
      await cp(join(project, file), join(copy, file));
    await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('find nothing in the project, and do look at it', async () => {
    const { modules, rules } = await cruise(copy);
    expect(rules).toEqual([]);
    expect(modules).toBeGreaterThan(200);
  });

  it('catch every violation that is planted', async () => {
    for (const file of new Set(PLANTED.map(([, where]) => where))) {
      const plants = PLANTED.filter(([, where]) => where === file);
      const lines = plants.map(
        ([, , imports], index) =>
          `import * as planted${index} from '${imports}';\nexport const use${index} = planted${index};\n`,
      );
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await writeFile(join(copy, file), lines.join(''));
    }
    await writeFile(join(copy, 'src/lib/ring-a.ts'), "export { b } from './ring-b.ts';\nexport const a = 1;\n");
    await writeFile(join(copy, 'src/lib/ring-b.ts'), "export { a } from './ring-a.ts';\nexport const b = 1;\n");
    const { rules } = await cruise(copy);
    const expected = [...PLANTED.map(([rule]) => rule), 'no-circular'];
    expect(expected.filter((rule) => !rules.includes(rule))).toEqual([]);
    expect(RULES.filter((rule) => !expected.includes(rule))).toEqual([]);
  });
});
