import { parseArgs } from 'node:util';
import { WORLDS } from '../sandbox/worlds/index.ts';
import { readOptions } from './read-options.ts';

/** `ecr-why worlds`: the sandbox's worlds, what each breaks and what must be named. */
export function worlds(args: readonly string[]): Promise<number> {
  const { values } = readOptions(() => parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }));
  const rows = WORLDS.map(({ id, title, breaks, message, image, workload, expect }) => ({
    name: id,
    title,
    breaks,
    message,
    ...(image !== undefined && { image }),
    ...(workload !== undefined && { workload }),
    expectedConclusion: expect.conclusion,
    expectedCause: expect.cause ?? null,
    expectedBecause: expect.because ?? [],
  }));
  const width = Math.max(...rows.map(({ name }) => name.length));
  const text = rows.map(({ name, breaks }) => `${name.padEnd(width)}  ${breaks}`).join('\n');
  process.stdout.write(`${values.json === true ? JSON.stringify(rows, null, 2) : text}\n`);
  return Promise.resolve(0);
}
