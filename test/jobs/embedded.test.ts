import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { QueueUnavailableError } from '../../src/jobs/index.ts';
import { describeContract } from './contract.ts';
import { embeddedEngine } from './embedded-place.ts';
import { eventually, openAt } from './engine-under-test.ts';
import { startWorkerProcess } from './worker-processes.ts';

const engine = await embeddedEngine();
afterAll(() => engine.removeAll());

describeContract(engine);

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ecr-why-jobs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('the folder of the embedded engine', { timeout: 120_000 }, () => {
  test('is for one process at a time', async () => {
    const place = await engine.emptyPlace();
    const jobs = await openAt(place);
    await expect(openAt(place)).rejects.toThrow(QueueUnavailableError);
    await expect(openAt(place)).rejects.toThrow(/in use by another process.*QUEUE_URL/);
    await jobs.close(0);
    await (await openAt(place)).close(0);
  });

  test('may be a file by mistake, and the error names it', async () => {
    const dataDir = join(await temporaryFolder(), 'data');
    await writeFile(dataDir, '');
    await expect(openAt({ url: null, dataDir })).rejects.toThrow(dataDir);
  });

  test('is whole after a kill while it was being created', async () => {
    const dataDir = await temporaryFolder();
    const place = { url: null, dataDir };
    const child = startWorkerProcess(place, 'finish');
    onTestFinished(() => child.kill());
    await eventually(async () => (await readdir(dataDir)).includes('queue.unfinished'));
    await child.kill();
    const jobs = await openAt(place);
    expect(await jobs.addDiagnosis('d', { text: 'x' })).toEqual({ added: true });
    await jobs.close(0);
    expect(await readdir(dataDir)).toEqual(['queue']);
  });
});
