import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from 'bullmq';
import type { GivenUp } from './contract.ts';
import { HopelessJobError, LostJobError } from './job-errors.ts';
import { idOf } from './job-ledger.ts';
import type { Ledgers } from './ledgers.ts';
import { holdOn, isFinal, storable } from './running-job.ts';
import { storePayload } from './stored-payload.ts';

type Kind = GivenUp['kind'];

/** A job that takes its worker down so often is given up, instead of killing every worker there is. */
const MOST_CRASHES = 3;

const UNTIL_ENGINE_IS_BACK_MS = 1_000;

/**
 * Does work that somebody waits for. When it fails for good, that is recorded before the queue counts it as failed: a crash
 * between the two runs the job again, which finds the record, and whoever waits is told in any case.
 */
export async function orGiveUp(
  { failures }: Ledgers,
  kind: Kind,
  lockMs: number,
  job: Job<unknown, string>,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = `${kind}/${idOf(job)}`;
  try {
    const crashes = job.attemptsStarted - job.attemptsMade - 1;
    if (crashes > 0 && (await failures.read(key)) !== null) throw new HopelessJobError('It was given up before.');
    if (crashes >= MOST_CRASHES) throw new HopelessJobError(`The process ended ${crashes} times in the middle of it.`);
    return await work();
  } catch (error) {
    if (isFinal(job, error)) {
      const { message: failure } = storable(error);
      const givenUp: GivenUp = { kind, id: idOf(job), failure, at: new Date().toISOString() };
      await insist(async () => {
        await holdOn(job, lockMs);
        await failures.writeOnce(key, storePayload(givenUp));
      });
    }
    throw error;
  }
}

/** An engine that is away would else come back just in time to count the job as failed, with nobody told. */
async function insist(act: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof LostJobError) throw error;
      await sleep(UNTIL_ENGINE_IS_BACK_MS, undefined, { ref: false });
    }
  }
}
