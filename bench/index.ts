import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../src/bot/start-sandbox.ts';
import { measureAcks } from './acks.ts';
import { measureChains } from './chains.ts';
import { measureFirstLine } from './first-line.ts';
import { measureMemory } from './memory.ts';
import { measureStorm } from './storm.ts';

/**
 * `npm run bench`: the budgets of docs/architecture.md, measured in one run on one machine. Ratios travel between
 * machines; milliseconds do not, and are printed only beside what they are compared with.
 */
async function inSandbox<Result>(
  measure: (sandbox: Awaited<ReturnType<typeof startSandbox>>) => Promise<Result>,
  latencyMs: number,
): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-bench-'));
  const sandbox = await startSandbox({ port: 0, dataDir, latencyMs });
  try {
    return await measure(sandbox);
  } finally {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const rows: (readonly [what: string, budget: string, measured: string])[] = [
  ...(await measureChains()),
  ...(await inSandbox(measureFirstLine, 50)),
  ...(await inSandbox(measureStorm, 5)),
  ...(await inSandbox(measureAcks, 50)),
  ...(await measureMemory()),
];

const width = Math.max(...rows.map(([what]) => what.length));
process.stdout.write(
  `${rows.map(([what, budget, measured]) => `${what.padEnd(width)}  ${budget.padEnd(12)}  ${measured}`).join('\n')}\n`,
);
