import { describe, expect, test } from 'vitest';
import { eventually, latch } from '../jobs/engine-under-test.ts';
import { FIX } from '../slack/support/diagnoses.ts';
import { ANN, BEN, verified, workedDesk } from './worked-desk.ts';

const HOUR = 3_600_000;

const worked = workedDesk();

describe('a fix request at the desk', () => {
  test('waits, with the place of its message, until it is approved and done', async () => {
    const mayEnd = latch();
    worked.handlers.carryOut = async ({ data: { at } }) => {
      await mayEnd.opened;
      return verified(at);
    };
    const request = await worked.requested();
    expect(request).toMatchObject({ fix: FIX, requester: ANN, approvers: [BEN.user], messageTs: null });
    expect(request.state).toEqual({ kind: 'awaiting' });
    await worked.desk.placeFixRequest(request.id, '4.4');
    expect(await worked.desk.findFixRequest(request.id)).toEqual({ ...request, messageTs: '4.4' });

    const at = new Date(worked.now).toISOString();
    const { isFirst, request: approved } = await worked.desk.decideFix(request.id, { kind: 'approve', by: BEN });
    expect(isFirst).toBe(true);
    expect(approved.state).toEqual({ kind: 'approved', by: BEN, at });
    mayEnd.open();
    expect(await stateOnce(request.id, 'finished')).toMatchObject({ by: BEN, at, outcome: verified(at) });
  });

  test('is decided once: who comes second hears what holds', async () => {
    const { id } = await worked.requested();
    await worked.desk.decideFix(id, { kind: 'reject', by: BEN });
    const second = await worked.desk.decideFix(id, { kind: 'approve', by: ANN });
    expect(second.isFirst).toBe(false);
    expect(second.request.state).toMatchObject({ kind: 'rejected', by: BEN });
  });

  test('expires, and cannot be decided afterwards', async () => {
    worked.now -= HOUR;
    const request = await worked.requested();
    expect(request.state).toEqual({ kind: 'expired', at: request.expiresAt });
    const late = await worked.desk.decideFix(request.id, { kind: 'approve', by: BEN });
    expect(late).toMatchObject({ isFirst: false, request: { state: { kind: 'expired' } } });
  });

  test('is found while it waits, by its diagnosis and its fix', async () => {
    const { id, diagnosisId } = await worked.requested();
    await worked.desk.placeFixRequest(id, '4.4');
    expect(await worked.desk.findOpenRequest(diagnosisId, FIX)).toMatchObject({ id, messageTs: '4.4' });
    expect(await worked.desk.findOpenRequest('why-nothing', FIX)).toBeNull();
    expect(await worked.desk.findOpenRequest(diagnosisId, { ...FIX, id: 'another' })).toBeNull();
    expect(await worked.desk.findOpenRequest(diagnosisId, { ...FIX, kind: 'undo' })).toBeNull();
    await worked.desk.decideFix(id, { kind: 'reject', by: BEN });
    expect(await worked.desk.findOpenRequest(diagnosisId, FIX)).toBeNull();
  });

  test('needs a diagnosis, and is unknown under another name', async () => {
    const order = { fix: FIX, requester: ANN, approvers: [], conversation: worked.ask().conversation, undoes: null };
    await expect(worked.desk.requestFix({ ...order, diagnosisId: 'why-nothing' })).rejects.toThrow('why-nothing');
    expect(await worked.desk.findFixRequest('fix-nothing')).toBeNull();
    expect(await worked.desk.planUndo('fix-nothing')).toBeNull();
  });

  test('can be undone for an hour after it was verified, and not before', async () => {
    const { id } = await worked.requested();
    expect(await worked.desk.planUndo(id)).toBeNull();
    await worked.desk.decideFix(id, { kind: 'approve', by: BEN });
    await stateOnce(id, 'finished');
    worked.now += HOUR - 1;
    expect(await worked.desk.planUndo(id)).toMatchObject({ kind: 'undo', calls: FIX.undo, before: FIX.after });
    worked.now += 1;
    expect(await worked.desk.planUndo(id)).toBeNull();
  });

  function stateOnce(id: string, kind: string) {
    return eventually(async () => {
      const state = (await worked.desk.findFixRequest(id))?.state;
      return state?.kind === kind && state;
    });
  }
});
