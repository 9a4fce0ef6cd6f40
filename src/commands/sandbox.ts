import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { untilToldToStop } from '../bot/until-told.ts';
import { startSandbox } from '../bot/start-sandbox.ts';
import { BadUse } from './bad-use.ts';
import { readOptions } from './read-options.ts';

const DEFAULT_PORT = 3141;

/** `ecr-why sandbox`: a local workspace with the real bot in it, until it is told to stop. */
export async function sandbox(args: readonly string[]): Promise<number> {
  const { values } = readOptions(() => parseArgs({ args: [...args], options: { port: { type: 'string' } } }));
  const port = values.port === '' ? Number.NaN : Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BadUse('--port is malformed: expected a port number, such as 3141.');
  // The workspace forgets everything when it ends, so the bot's memory of it must not outlive it.
  const dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-sandbox-'));
  const running = await startSandbox({ port, dataDir }).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true });
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new BadUse(`Port ${port} is taken: expected a free one, such as: ecr-why sandbox --port ${port + 1}.`, {
        cause: error,
      });
    }
    throw error;
  });
  process.stdout.write(`${running.url}\n`);
  await untilToldToStop();
  await running.stop();
  await rm(dataDir, { recursive: true, force: true });
  return 0;
}
