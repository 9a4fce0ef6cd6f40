import { afterEach, describe, expect, test } from 'vitest';
import { type EngineUnderTest, eventually, openAt, type Place } from '../engine-under-test.ts';
import { type Behaviour, startWorkerProcess, type WorkerProcess } from '../worker-processes.ts';

async function add(place: Place, ids: readonly string[]): Promise<void> {
  const jobs = await openAt(place);
  for (const id of ids) await jobs.addDiagnosis(id, { text: `text of ${id}` });
  await jobs.close(0);
}

const finishedBy = (worker: WorkerProcess): string[] =>
  worker.told.filter(({ event }) => event === 'finished').map(({ id }) => id);

/** What every engine must do when processes die, stop, or come in numbers. */
export function describeSurvival(engine: EngineUnderTest): void {
  const processes: WorkerProcess[] = [];

  function start(place: Place, behaviour: Behaviour): WorkerProcess {
    const worker = startWorkerProcess(place, behaviour);
    processes.push(worker);
    return worker;
  }

  afterEach(async () => {
    await Promise.all(processes.splice(0).map((worker) => worker.kill()));
  });

  // Processes take their time to start, and an engine some ten seconds to call one dead.
  describe(`a worker on ${engine.name}`, { timeout: 120_000 }, () => {
    test('that is killed in the middle of a job leaves it to the next, with its notes', async () => {
      const place = await engine.emptyPlace();
      await add(place, ['d']);
      const first = start(place, 'hang');
      await first.heard('noted');
      await first.kill();

      const second = start(place, 'finish');
      await second.heard('finished');
      expect(second.told).toMatchObject([
        { event: 'working' },
        { event: 'started', id: 'd', attempt: 2, notes: { messageTs: 'ts of d' } },
        { event: 'noted', id: 'd' },
        { event: 'finished', id: 'd' },
      ]);
      await second.end();

      const jobs = await openAt(place);
      expect(await jobs.findDiagnosis('d')).toMatchObject({
        state: 'done',
        notes: { messageTs: 'ts of d' },
        result: { cause: 'text of d' },
      });
      expect(await jobs.recentDiagnoses(5)).toHaveLength(1);
      expect(await jobs.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
      await jobs.close(0);
    });

    test('that a job kills three times gives it up, and tells of it once', async () => {
      const place = await engine.emptyPlace();
      await add(place, ['d']);
      for (const attempt of [1, 2, 3]) {
        const worker = start(place, 'hang');
        expect(await worker.heard('started')).toMatchObject({ attempt });
        await worker.heard('noted');
        await worker.kill();
      }
      const last = start(place, 'hang');
      await last.heard('given up');
      await last.end();
      const next = start(place, 'finish');
      await next.heard('working');
      await next.end();
      expect([...last.told, ...next.told].filter(({ event }) => event !== 'working')).toEqual([
        { event: 'given up', id: 'd' },
      ]);
    });

    if (!engine.isShared) return;

    test('shares the work with another, and none is done twice', async () => {
      const place = await engine.emptyPlace();
      const ids = Array.from({ length: 20 }, (_, index) => `d${index}`);
      const workers = [start(place, 'slow'), start(place, 'slow')];
      await Promise.all(workers.map((worker) => worker.heard('working')));
      await add(place, ids);
      await eventually(async () => workers.flatMap(finishedBy).length >= ids.length);
      expect(workers.flatMap(finishedBy).toSorted()).toEqual(ids.toSorted());
      for (const worker of workers) expect(finishedBy(worker)).not.toEqual([]);
    });

    test('that slept too long hears that its job was taken over', async () => {
      const place = await engine.emptyPlace();
      await add(place, ['d']);
      const sleeper = start(place, 'pause');
      await sleeper.heard('noted');
      const other = start(place, 'finish');
      await other.heard('finished');
      await other.end();
      sleeper.wake();
      await sleeper.heard('lost');

      const jobs = await openAt(place);
      const found = await jobs.findDiagnosis('d');
      expect(found).toMatchObject({ state: 'done', notes: { messageTs: 'ts of d' }, result: { cause: 'text of d' } });
      await jobs.close(0);
    });
  });
}
