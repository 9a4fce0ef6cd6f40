import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdForThisProcess } from '../../../src/jobs/backends/only-process.ts';

const SOURCE = new URL('../../../src/jobs/backends/only-process.ts', import.meta.url).href;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ecr-why-hold-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a folder is held until it is let go', async () => {
  const letGo = await holdForThisProcess(folder);
  expect(await holdForThisProcess(folder)).toBeNull();
  await letGo?.();
  const again = await holdForThisProcess(folder);
  expect(again).not.toBeNull();
  await again?.();
});

test('another path to the same folder is the same folder', async () => {
  const link = `${folder}-link`;
  await symlink(folder, link);
  const letGo = await holdForThisProcess(folder);
  expect(await holdForThisProcess(link)).toBeNull();
  await letGo?.();
  await rm(link);
});

test('a process that is killed lets go', async () => {
  const script = `
    const { holdForThisProcess } = await import(${JSON.stringify(SOURCE)});
    await holdForThisProcess(${JSON.stringify(folder)});
    console.log('held');
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
  await once(child.stdout, 'data');
  expect(await holdForThisProcess(folder)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const letGo = await holdForThisProcess(folder);
  expect(letGo).not.toBeNull();
  await letGo?.();
});
