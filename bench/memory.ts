import { findWorld } from '../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../test/support/diagnose-world.ts';

const WARM_UP = 500;
const DIAGNOSES = 10_000;
/** However slow the machine, the measuring ends; how far it came is printed. */
const AT_MOST_MS = 5 * 60_000;

/** The heap after ten thousand diagnoses against the heap once everything has been loaded. */
export async function measureMemory(): Promise<(readonly [string, string, string])[]> {
  const world = findWorld('missing-tag');
  if (world === undefined) throw new Error('the world of the benchmark is gone');
  const end = performance.now() + AT_MOST_MS;
  for (let run = 0; run < WARM_UP; run += 1) await diagnoseWorld(world);
  const before = heap();
  let runs = 0;
  for (; runs < DIAGNOSES && performance.now() < end; runs += 1) await diagnoseWorld(world);
  return [
    [`heap after ${WARM_UP + runs} diagnoses`, '<= 1.1', `${(heap() / before).toFixed(2)} x the heap after ${WARM_UP}`],
  ];
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
