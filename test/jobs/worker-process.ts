/**
 * A process of its own that works on the jobs of a place, for tests that kill or stop it. It tells its parent what it
 * does, one JSON line each. Arguments: the place as JSON, and what to do in the middle of a job.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { LostJobError } from '../../src/jobs/index.ts';
import { type Place, openAt } from './engine-under-test.ts';
import type { Behaviour, Told } from './worker-processes.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its only parent writes both arguments
const place = JSON.parse(process.argv[2] ?? '') as Place;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const behaviour = process.argv[3] as Behaviour;

const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);

async function main(): Promise<void> {
  const jobs = await openAt(place);
  process.once('SIGTERM', () => void jobs.close(5_000).then(() => process.exit()));
  await jobs.work(
    {
      diagnose: async ({ id, attempt, data, notes, remember }) => {
        tell({ event: 'started', id, attempt, notes });
        if (notes['messageTs'] === undefined) await remember({ messageTs: `ts of ${id}` });
        tell({ event: 'noted', id });
        if (behaviour === 'hang') await sleep(2_147_483_647);
        if (behaviour === 'pause') {
          process.kill(process.pid, 'SIGSTOP');
          await remember({ messageTs: 'too late' }).catch((error: unknown) => {
            tell({ event: error instanceof LostJobError ? 'lost' : 'trouble', id });
            throw error;
          });
        }
        await sleep(behaviour === 'slow' ? 50 : 0);
        tell({ event: 'finished', id });
        return { cause: data.text };
      },
      carryOut: async () => 'applied',
      expire: async () => {},
      giveUp: async ({ data }) => tell({ event: 'given up', id: data.id }),
      tellRepeats: async () => {},
    },
    { concurrency: 1 },
  );
  tell({ event: 'working', id: '' });
}

await main();
