import { afterEach } from 'vitest';
import type { Jobs, QueueOptions } from '../../src/jobs/index.ts';
import { type EngineUnderTest, openAt, type Place, type Shapes } from './engine-under-test.ts';

export interface OpenedJobs {
  /** In an empty place. */
  anew(options?: Partial<QueueOptions>): Promise<Jobs<Shapes>>;
  at(place: Place): Promise<Jobs<Shapes>>;
}

/** Opens jobs for the tests of one `describe`, and closes them after each. */
export function openedJobs(engine: EngineUnderTest): OpenedJobs {
  const open: Jobs<Shapes>[] = [];

  async function openIn(place: Place, options: Partial<QueueOptions> = {}): Promise<Jobs<Shapes>> {
    const jobs = await openAt(place, options);
    open.push(jobs);
    return jobs;
  }

  afterEach(async () => {
    await Promise.all(open.splice(0).map((jobs) => jobs.close(0)));
  });

  return { anew: async (options) => openIn(await engine.emptyPlace(), options), at: openIn };
}
