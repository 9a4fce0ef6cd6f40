import { describe, expect, test } from 'vitest';
import { UnknownRequestError } from '../../../src/jobs/index.ts';
import { CONCURRENCY, type EngineUnderTest, eventually, handlers, inAnHour } from '../engine-under-test.ts';
import { openedJobs } from '../opened-jobs.ts';

const PLAN = { calls: ['PutImageTagMutability'] };

/** Fix requests and their decisions, as every engine must keep them. */
export function describeFixRequests(engine: EngineUnderTest): void {
  describe(`fix requests on ${engine.name}`, () => {
    const opened = openedJobs(engine);

    test('are opened once', async () => {
      const jobs = await opened.anew();
      const expiresAt = inAnHour();
      expect(await jobs.requestFix('r', PLAN, expiresAt)).toEqual({ added: true });
      expect(await jobs.requestFix('r', { calls: ['DeleteRepository'] }, inAnHour())).toEqual({ added: false });
      expect(await jobs.findRequest('r')).toEqual({ id: 'r', data: PLAN, expiresAt, notes: {}, expired: false });
      expect(await jobs.findRequest('another')).toBeNull();
      expect(await jobs.findDecision('r')).toBeNull();
      expect(await jobs.counts()).toMatchObject({ delayed: 1, failed: 0 });
    });

    test('cannot be decided unless they were opened', async () => {
      const jobs = await opened.anew();
      await expect(jobs.decide('r', { kind: 'approved', by: 'U1' })).rejects.toThrow(UnknownRequestError);
    });

    test('are carried out once, by the first decision', async () => {
      const jobs = await opened.anew();
      const carried: unknown[] = [];
      await jobs.work(
        handlers({
          carryOut: async ({ id, data }) => {
            carried.push({ id, data });
            return 'applied';
          },
        }),
        CONCURRENCY,
      );
      await jobs.requestFix('r', PLAN, inAnHour());
      const approved = { kind: 'approved', by: 'U1' } as const;
      expect(await jobs.decide('r', approved)).toEqual({ decision: approved, won: true });
      await eventually(async () => (await jobs.findDecision('r'))?.state === 'done');
      expect(await jobs.decide('r', { kind: 'rejected', by: 'U2' })).toEqual({ decision: approved, won: false });
      expect(await jobs.findDecision('r')).toMatchObject({ id: 'r', decision: approved, result: 'applied' });
      expect(await jobs.findRequest('r')).toMatchObject({ expired: false });
      expect(await jobs.recentDecisions(5)).toMatchObject([{ id: 'r', decision: approved, result: 'applied' }]);
      expect(carried).toEqual([{ id: 'r', data: approved }]);
    });

    test('have one winner when two decide at once, twenty times', async () => {
      const place = await engine.emptyPlace();
      const first = await opened.at(place);
      const second = engine.isShared ? await opened.at(place) : first;
      for (let round = 0; round < 20; round += 1) {
        const id = `r${round}`;
        await first.requestFix(id, PLAN, inAnHour());
        const choices = [
          { kind: 'approved', by: 'U1' },
          { kind: 'rejected', by: 'U2' },
        ] as const;
        const outcomes = await Promise.all([first.decide(id, choices[0]), second.decide(id, choices[1])]);
        const winner = outcomes.findIndex(({ won }) => won);
        expect(outcomes.filter(({ won }) => won)).toHaveLength(1);
        expect(outcomes.map(({ decision }) => decision)).toEqual([choices[winner], choices[winner]]);
        expect((await first.findDecision(id))?.decision).toEqual(choices[winner]);
      }
    });

    test('expire by themselves, and then no decision is taken', async () => {
      const jobs = await opened.anew();
      const expired: unknown[] = [];
      await jobs.work(
        handlers({
          expire: async ({ id, data }) => {
            expired.push({ id, data });
          },
        }),
        CONCURRENCY,
      );
      await jobs.requestFix('r', PLAN, Date.now() + 50);
      await eventually(async () => (await jobs.findDecision('r'))?.state === 'done');
      expect(expired).toEqual([{ id: 'r', data: PLAN }]);
      expect(await jobs.findRequest('r')).toMatchObject({ expired: true });
      expect(await jobs.findDecision('r')).toMatchObject({ decision: { kind: 'expired' }, result: null });
      const late = await jobs.decide('r', { kind: 'approved', by: 'U1' });
      expect(late).toEqual({ decision: { kind: 'expired' }, won: false });
    });

    test('are too late to decide after their time even when no worker runs', async () => {
      const jobs = await opened.anew();
      await jobs.requestFix('r', PLAN, Date.now() - 1);
      expect(await jobs.findRequest('r')).toMatchObject({ expired: true });
      const late = await jobs.decide('r', { kind: 'approved', by: 'U1' });
      expect(late).toEqual({ decision: { kind: 'expired' }, won: false });
    });

    test('are either carried out or expired when both come at once', async () => {
      const jobs = await opened.anew();
      const done = new Map<string, string[]>();
      const note = (id: string, what: string): void => void done.set(id, [...(done.get(id) ?? []), what]);
      await jobs.work(
        handlers({
          carryOut: async ({ id }) => {
            note(id, 'carried out');
            return 'applied';
          },
          expire: async ({ id }) => note(id, 'expired'),
        }),
        CONCURRENCY,
      );
      const ids = Array.from({ length: 20 }, (_, index) => `r${index}`);
      await Promise.all(
        ids.map(async (id, index) => {
          await jobs.requestFix(id, PLAN, Date.now() + 10 * index);
          await new Promise((resolve) => setTimeout(resolve, 100));
          const { decision, won } = await jobs.decide(id, { kind: 'approved', by: 'U1' });
          expect(won).toBe(decision.kind === 'approved');
        }),
      );
      await eventually(async () => done.size === ids.length && (await jobs.counts()).delayed === 0);
      for (const { id, decision } of await jobs.recentDecisions(ids.length)) {
        expect(done.get(id)).toEqual([decision.kind === 'expired' ? 'expired' : 'carried out']);
      }
    });

    test('keep what is noted on them', async () => {
      const jobs = await opened.anew();
      await jobs.requestFix('r', PLAN, inAnHour());
      expect((await jobs.findRequest('r'))?.notes).toEqual({});
      await jobs.noteOnRequest('r', { messageTs: '17.1' });
      await jobs.noteOnRequest('never opened', { messageTs: '17.2' });
      expect(await jobs.findRequest('r')).toMatchObject({ data: PLAN, notes: { messageTs: '17.1' } });
    });

    test('are listed while nobody has decided them', async () => {
      const jobs = await opened.anew();
      await jobs.requestFix('open', PLAN, inAnHour());
      await jobs.requestFix('decided', PLAN, inAnHour());
      await jobs.decide('decided', { kind: 'approved', by: 'U1' });
      await jobs.requestFix('over', PLAN, Date.now() - 1);
      expect((await jobs.openRequests(5)).map(({ id }) => id)).toEqual(['open']);
      expect(await jobs.openRequests(0)).toEqual([]);
    });
  });
}
