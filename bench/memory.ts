import { findWorld } from '../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../test/support/diagnose-world.ts';

const WARM_UP = 100;
const DIAGNOSES = 1_000;

/** The heap after a thousand diagnoses against the heap after the first hundred. */
export async function measureMemory(): Promise<(readonly [string, string, string])[]> {
  const world = findWorld('missing-tag');
  if (world === undefined) throw new Error('the world of the benchmark is gone');
  for (let run = 0; run < WARM_UP; run += 1) await diagnoseWorld(world);
  const before = heap();
  for (let run = 0; run < DIAGNOSES; run += 1) await diagnoseWorld(world);
  return [
    [`heap after ${DIAGNOSES} diagnoses`, '<= 1.1', `${(heap() / before).toFixed(2)} x the heap after ${WARM_UP}`],
  ];
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
