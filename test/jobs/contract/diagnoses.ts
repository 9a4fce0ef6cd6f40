import { describe, expect, test } from 'vitest';
import { CONCURRENCY, type EngineUnderTest, eventually, handlers } from '../engine-under-test.ts';
import { openedJobs } from '../opened-jobs.ts';

/** Diagnoses, as every engine must keep and run them. */
export function describeDiagnoses(engine: EngineUnderTest): void {
  describe(`diagnoses on ${engine.name}`, () => {
    const opened = openedJobs(engine);

    test('are added once for each id, and the first data stays', async () => {
      const jobs = await opened.anew();
      expect(await jobs.addDiagnosis('C1:17.1', { text: 'first' })).toEqual({ added: true });
      expect(await jobs.addDiagnosis('C1:17.1', { text: 'second' })).toEqual({ added: false });
      expect(await jobs.findDiagnosis('C1:17.1')).toMatchObject({
        id: 'C1:17.1',
        data: { text: 'first' },
        state: 'waiting',
        notes: {},
        result: null,
        failure: null,
        finishedAt: null,
      });
    });

    test('are not added again after they are done', async () => {
      const jobs = await opened.anew();
      await jobs.addDiagnosis('d', { text: 'gone' });
      await jobs.work(handlers(), CONCURRENCY);
      await eventually(async () => (await jobs.findDiagnosis('d'))?.state === 'done');
      expect(await jobs.addDiagnosis('d', { text: 'again' })).toEqual({ added: false });
      expect((await jobs.findDiagnosis('d'))?.result).toEqual({ cause: 'gone' });
    });

    test('may have any id', async () => {
      const jobs = await opened.anew();
      await jobs.work(handlers(), CONCURRENCY);
      for (const id of ['42', '0', '0:1', 'a:b:c:d', 'Ümlaut / ☃ %', 'https://a/b?c#d']) {
        await jobs.addDiagnosis(id, { text: id });
        const done = await eventually(async () => {
          const found = await jobs.findDiagnosis(id);
          return found?.state === 'done' && found;
        });
        expect(done).toMatchObject({ id, result: { cause: id } });
      }
    });

    test('come back byte for byte', async () => {
      const jobs = await opened.anew();
      const data = { z: 1, text: 'nul \0, half a pair \uD83D, <!channel>', a: { 10: 'x', 9: 'y' } };
      await jobs.addDiagnosis('d', data);
      const found = await jobs.findDiagnosis('d');
      expect(JSON.stringify(found?.data)).toBe(JSON.stringify(data));
    });

    test('count their repetitions, also when many come at once', async () => {
      const place = await engine.emptyPlace();
      const first = await opened.at(place);
      const second = engine.isShared ? await opened.at(place) : first;
      await first.addDiagnosis('d', { text: 'x' });
      const counts = await Promise.all(
        Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? first : second).countRepeat('d')),
      );
      expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
      await expect(first.countRepeat('another')).rejects.toThrow(/another/);
    });

    test('that are done are kept only in the number that was asked for', async () => {
      const jobs = await opened.anew({ keepDiagnoses: { days: 1, count: 2 } });
      await jobs.work(handlers(), { concurrency: 1 });
      for (const id of ['one', 'two', 'three']) {
        await jobs.addDiagnosis(id, { text: id });
        await eventually(async () => (await jobs.findDiagnosis(id))?.state === 'done');
      }
      expect(await jobs.findDiagnosis('one')).toBeNull();
      expect(await jobs.recentDiagnoses(10)).toHaveLength(2);
    });

    test('that nobody added are not found', async () => {
      const jobs = await opened.anew();
      expect(await jobs.findDiagnosis('d')).toBeNull();
      expect(await jobs.recentDiagnoses(10)).toEqual([]);
    });

    test('are listed with the newest first', async () => {
      const jobs = await opened.anew();
      for (const id of ['one', 'two', 'three']) {
        await jobs.addDiagnosis(id, { text: id });
        // Two jobs of the same millisecond have no order.
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      expect((await jobs.recentDiagnoses(2)).map(({ id }) => id)).toEqual(['three', 'two']);
    });

    test('that throw are tried again with their notes, and the log tells', async () => {
      const logged: unknown[] = [];
      const jobs = await opened.anew({
        log: (event, detail) => logged.push({ event, ...detail }),
      });
      const runs: unknown[] = [];
      await jobs.work(
        handlers({
          diagnose: async ({ attempt, notes, isLastAttempt, remember }) => {
            runs.push({ attempt, notes, isLastAttempt });
            if (attempt > 1) return { cause: 'found' };
            await remember({ messageTs: '17.2' });
            throw new Error('throttled');
          },
        }),
        CONCURRENCY,
      );
      await jobs.addDiagnosis('d', { text: 'x' });
      await eventually(async () => (await jobs.findDiagnosis('d'))?.state === 'done');
      expect(runs).toEqual([
        { attempt: 1, notes: {}, isLastAttempt: false },
        { attempt: 2, notes: { messageTs: '17.2' }, isLastAttempt: false },
      ]);
      expect(await jobs.findDiagnosis('d')).toMatchObject({
        notes: { messageTs: '17.2' },
        result: { cause: 'found' },
        failure: null,
      });
      expect(logged).toMatchObject([{ event: 'job.attempt-failed', id: 'd', error: { message: 'throttled' } }]);
    });

    test('that always throw fail in the end, and say why', async () => {
      const jobs = await opened.anew();
      const runs: boolean[] = [];
      await jobs.work(
        handlers({
          diagnose: async ({ isLastAttempt }) => {
            runs.push(isLastAttempt);
            throw new Error('it quotes \0 from the paste');
          },
        }),
        CONCURRENCY,
      );
      await jobs.addDiagnosis('d', { text: 'x' });
      const failed = await eventually(async () => {
        const found = await jobs.findDiagnosis('d');
        return found?.state === 'failed' && found;
      });
      expect(runs).toEqual([false, false, true]);
      expect(failed).toMatchObject({ result: null, failure: 'it quotes \uFFFD from the paste' });
      expect(await jobs.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 1 });
    });

    test('run side by side, and no more than allowed', async () => {
      const jobs = await opened.anew();
      let running = 0;
      let most = 0;
      await jobs.work(
        handlers({
          diagnose: async () => {
            running += 1;
            most = Math.max(most, running);
            await new Promise((resolve) => setTimeout(resolve, 50));
            running -= 1;
            return { cause: 'x' };
          },
        }),
        CONCURRENCY,
      );
      const ids = Array.from({ length: 12 }, (_, index) => `d${index}`);
      await Promise.all(ids.map((id) => jobs.addDiagnosis(id, { text: id })));
      await eventually(async () => (await jobs.recentDiagnoses(20)).every(({ state }) => state === 'done'));
      expect(most).toBe(CONCURRENCY.concurrency);
    });
  });
}
