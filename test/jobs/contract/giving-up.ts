import { describe, expect, test } from 'vitest';
import type { GivenUp, Repeats, Work } from '../../../src/jobs/index.ts';
import { CONCURRENCY, type EngineUnderTest, eventually, handlers, inAnHour } from '../engine-under-test.ts';
import { openedJobs } from '../opened-jobs.ts';

const fail = (): Promise<never> => Promise.reject(new Error('it quotes \0 from the paste'));
const FAILURE = 'it quotes \uFFFD from the paste';

/** What has failed for good, and what was repeated, as every engine must have it told. */
export function describeGivingUp(engine: EngineUnderTest): void {
  describe(`work that is given up on ${engine.name}`, () => {
    const opened = openedJobs(engine);

    test('is told of once, with its reason, and again until the telling succeeds', async () => {
      const jobs = await opened.anew();
      const told: (GivenUp & { attempt: number })[] = [];
      await jobs.work(
        handlers({
          diagnose: fail,
          giveUp: async ({ data, attempt }) => {
            told.push({ ...data, attempt });
            if (attempt === 1) throw new Error('Slack is away');
          },
        }),
        CONCURRENCY,
      );
      await jobs.addDiagnosis('d', { text: 'x' });
      await eventually(async () => told.length > 1);
      expect(told).toMatchObject([
        { kind: 'diagnosis', id: 'd', failure: FAILURE, attempt: 1 },
        { kind: 'diagnosis', id: 'd', failure: FAILURE, attempt: 2 },
      ]);
      expect(told[1]?.at).toBe(told[0]?.at);
      expect(await jobs.findDiagnosis('d')).toMatchObject({ state: 'failed', failure: FAILURE });
    });

    test('may be a decision that somebody took', async () => {
      const jobs = await opened.anew();
      const told: GivenUp[] = [];
      await jobs.work(handlers({ carryOut: fail, giveUp: async ({ data }) => void told.push(data) }), CONCURRENCY);
      await jobs.requestFix('f', { calls: [] }, inAnHour());
      await jobs.decide('f', { kind: 'approved', by: 'Ben' });
      await eventually(async () => told.length > 0);
      expect(told).toMatchObject([{ kind: 'decision', id: 'f', failure: FAILURE }]);
    });

    test('is not what succeeds at its last attempt', async () => {
      const jobs = await opened.anew();
      const told: GivenUp[] = [];
      await jobs.work(
        handlers({
          diagnose: async ({ isLastAttempt }) => (isLastAttempt ? { cause: 'found' } : fail()),
          giveUp: async ({ data }) => void told.push(data),
        }),
        CONCURRENCY,
      );
      await jobs.addDiagnosis('d', { text: 'x' });
      await eventually(async () => (await jobs.findDiagnosis('d'))?.state === 'done');
      expect(told).toEqual([]);
    });
  });

  describe(`repetitions on ${engine.name}`, { timeout: 60_000 }, () => {
    const opened = openedJobs(engine);

    test('are told together, with the count of that moment, and by who comes after a restart', async () => {
      const place = await engine.emptyPlace();
      const first = await opened.at(place);
      await first.addDiagnosis('d', { text: 'x' });
      await Promise.all(Array.from({ length: 40 }, () => first.countRepeat('d')));
      await first.close(0);

      const second = await opened.at(place);
      const told: Repeats[] = [];
      await second.work(handlers({ tellRepeats: async ({ data }) => void told.push(data) }), CONCURRENCY);
      await eventually(async () => told.some(({ count }) => count === 40));
      // A span of time may have ended in the middle of the forty.
      expect(told.length).toBeLessThanOrEqual(2);
      expect(await second.countRepeat('d')).toBe(41);
      await eventually(async () => told.some(({ count }) => count === 41));
    });

    test('are told one after the other, whichever process tells them', async () => {
      const place = await engine.emptyPlace();
      const first = await opened.at(place);
      const openers = engine.isShared ? [first, await opened.at(place)] : [first];
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
      const told = new Set<string>();
      let [running, most] = [0, 0];
      const tellRepeats = async ({ data: { id } }: Work<Repeats>): Promise<void> => {
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setTimeout(resolve, 100));
        running -= 1;
        told.add(id);
      };
      for (const jobs of openers) await jobs.work(handlers({ tellRepeats }), CONCURRENCY);
      for (const id of ids) await first.addDiagnosis(id, { text: 'x' });
      await Promise.all(ids.map((id) => first.countRepeat(id)));
      await eventually(async () => told.size === ids.length);
      expect(most).toBe(1);
    });
  });
}
