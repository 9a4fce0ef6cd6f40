import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineUnderTest, openAt } from './engine-under-test.ts';

/** The embedded engine. Creating its database takes seconds, so it is created once and then copied. */
export async function embeddedEngine(): Promise<EngineUnderTest & { removeAll(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'ecr-why-jobs-'));
  const template = { url: null, dataDir: join(root, 'template') };
  await (await openAt(template)).close(0);
  let copies = 0;
  return {
    name: 'the embedded engine',
    isShared: false,
    emptyPlace: async () => {
      copies += 1;
      const dataDir = join(root, `copy-${copies}`);
      await cp(template.dataDir, dataDir, { recursive: true });
      return { url: null, dataDir };
    },
    removeAll: () => rm(root, { recursive: true, force: true }),
  };
}
