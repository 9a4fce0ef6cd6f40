import { describe, expect, test } from 'vitest';
import { CONCURRENCY, type EngineUnderTest, eventually, handlers, latch } from '../engine-under-test.ts';
import { openedJobs } from '../opened-jobs.ts';

/** How every engine must stop. */
export function describeClosing(engine: EngineUnderTest): void {
  describe(`closing on ${engine.name}`, () => {
    const opened = openedJobs(engine);

    test('lets a running job finish, and starts no other', async () => {
      const place = await engine.emptyPlace();
      const jobs = await opened.at(place);
      const [started, finish] = [latch(), latch()];
      await jobs.work(
        handlers({
          diagnose: async ({ data }) => {
            started.open();
            await finish.opened;
            return { cause: data.text };
          },
        }),
        { concurrency: 1 },
      );
      await jobs.addDiagnosis('running', { text: 'x' });
      await jobs.addDiagnosis('waiting', { text: 'y' });
      await started.opened;
      const closed = jobs.close(20_000);
      finish.open();
      await closed;
      const after = await opened.at(place);
      expect(await after.findDiagnosis('running')).toMatchObject({ state: 'done', result: { cause: 'x' } });
      expect(await after.findDiagnosis('waiting')).toMatchObject({ state: 'waiting' });
    });

    test('does not wait for ever, and what it cut off is run again with its notes', async () => {
      const place = await engine.emptyPlace();
      const jobs = await opened.at(place);
      const noted = latch();
      await jobs.work(
        handlers({
          diagnose: async ({ remember }) => {
            await remember({ messageTs: '17.3' });
            noted.open();
            return new Promise(() => {});
          },
        }),
        CONCURRENCY,
      );
      await jobs.addDiagnosis('d', { text: 'x' });
      await noted.opened;
      await jobs.close(10);
      const after = await opened.at(place);
      await after.work(handlers({ diagnose: async ({ notes }) => ({ cause: JSON.stringify(notes) }) }), CONCURRENCY);
      const done = await eventually(async () => {
        const found = await after.findDiagnosis('d');
        return found?.state === 'done' && found;
      });
      expect(done.result).toEqual({ cause: '{"messageTs":"17.3"}' });
    });

    test('may be asked for twice, and afterwards nothing is ready', async () => {
      const jobs = await opened.anew();
      expect(await jobs.ready()).toBe(true);
      await Promise.all([jobs.close(0), jobs.close(0)]);
      expect(await jobs.ready()).toBe(false);
    });
  });
}
