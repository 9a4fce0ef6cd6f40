import { describe, expect, test } from 'vitest';
import { foundNote } from '../../src/bot/found-note.ts';
import type { Ask } from '../../src/slack/ports.ts';
import { eventually, latch } from '../jobs/engine-under-test.ts';
import { diagnosis } from '../slack/support/diagnoses.ts';
import { anImage, SYMPTOMS } from '../support/an-incident.ts';
import { anOldDiagnosis } from './an-old-diagnosis.ts';
import { ANN, BEN, workedDesk } from './worked-desk.ts';

const HOUR = 3_600_000;

const worked = workedDesk();

/** A change of what is asked. */
const about =
  (sighting: Partial<Ask['sighting']>) =>
  (ask: Ask): Ask => ({ ...ask, sighting: { ...ask.sighting, ...sighting } });

/** A change of where, and by whom, it is asked. */
const from =
  (conversation: Partial<Ask['conversation']>) =>
  (ask: Ask): Ask => ({ ...ask, conversation: { ...ask.conversation, ...conversation } });

describe('a question at the desk', () => {
  test.each<[string, (ask: Ask) => Ask]>([
    ['by somebody else', from({ user: BEN.user })],
    ['by nobody, in another thread', from({ user: null, threadTs: '2.2' })],
    ['in other words', about({ symptom: { ...SYMPTOMS.notFound, quote: 'manifest unknown' } })],
    ['about another moment', about({ failedAt: '2026-11-21T15:00:00Z' })],
  ])('that is asked again %s is answered where it was asked first', async (_what, change) => {
    const ask = worked.ask();
    const first = await worked.desk.diagnose(ask);
    expect(first.existing).toBeNull();
    expect(await worked.desk.diagnose(change(ask))).toEqual({ id: first.id, existing: ask.conversation });
  });

  test.each<[string, (ask: Ask) => Ask]>([
    ['in another channel', from({ channel: 'COTHER' })],
    ['in another workspace', from({ team: 'TOTHER' })],
    ['about another image', about({ image: anImage({ tag: 'other' }) })],
    ['about no image', about({ image: null })],
    ['with another symptom', about({ symptom: SYMPTOMS.timeout })],
    ['without a symptom', about({ symptom: null })],
    ['for another workload', about({ workload: { kind: 'role', role: 'arn:aws:iam::444455556666:role/api-exec' } })],
  ])('that is asked %s is another one', async (_what, change) => {
    const first = await worked.desk.diagnose(worked.ask());
    const second = await worked.desk.diagnose(change(worked.ask()));
    expect(second.existing).toBeNull();
    expect(second.id).not.toBe(first.id);
  });

  test('is another one an hour later, and of another AWS', async () => {
    const first = await worked.desk.diagnose(worked.ask());
    worked.scene = 'another world';
    const second = await worked.desk.diagnose(worked.ask());
    worked.now += HOUR;
    const third = await worked.desk.diagnose(worked.ask());
    expect([first, second, third].map(({ existing }) => existing)).toEqual([null, null, null]);
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
  });

  test('is told of in the thread that it opened for itself', async () => {
    worked.handlers.diagnose = async ({ data, remember }) => {
      await remember({ parentTs: '3.3' });
      return diagnosis({ incident: data.incident });
    };
    const conversation = { ...worked.ask().conversation, threadTs: null };
    const id = await worked.diagnosed({ conversation });
    const again = await worked.desk.diagnose(worked.ask());
    expect(again).toEqual({ id, existing: { ...conversation, threadTs: '3.3' } });
  });

  test('that is asked afresh begins anew, but not while it is still being answered', async () => {
    const mayEnd = latch();
    worked.handlers.diagnose = async ({ data }) => {
      await mayEnd.opened;
      return diagnosis({ incident: data.incident });
    };
    const first = await worked.desk.diagnose(worked.ask());
    const meanwhile = await worked.desk.diagnose(worked.ask({ isFresh: true }));
    expect(meanwhile).toEqual({ id: first.id, existing: worked.ask().conversation });

    mayEnd.open();
    await worked.diagnosed();
    const afterwards = await worked.desk.diagnose(worked.ask({ isFresh: true }));
    expect(afterwards.existing).toBeNull();
    expect(afterwards.id).not.toBe(first.id);
  });

  test('becomes an incident with an id and a time', async () => {
    const id = await worked.diagnosed();
    const { incident } = (await worked.desk.findDiagnosis(id)) ?? {};
    expect(incident).toEqual({ ...worked.ask().sighting, id, reportedAt: new Date(worked.now).toISOString() });
  });
});

describe('a diagnosis at the desk', () => {
  test('is unknown before it is found, and known while it is still being told', async () => {
    const [mayFind, mayEnd] = [latch(), latch()];
    const found = diagnosis();
    worked.handlers.diagnose = async ({ remember }) => {
      await mayFind.opened;
      await remember(foundNote(found));
      await mayEnd.opened;
      return found;
    };
    const { id } = await worked.desk.diagnose(worked.ask());
    expect(await worked.desk.findDiagnosis(id)).toBeNull();
    mayFind.open();
    expect(await eventually(() => worked.desk.findDiagnosis(id))).toEqual(found);
    mayEnd.open();
  });

  test('of an older version is complete, while it is being told and for as long as it is kept', async () => {
    const mayEnd = latch();
    worked.handlers.diagnose = async ({ remember }) => {
      await remember(foundNote(anOldDiagnosis()));
      await mayEnd.opened;
      return anOldDiagnosis();
    };
    const { id } = await worked.desk.diagnose(worked.ask());
    expect(await eventually(() => worked.desk.findDiagnosis(id))).toEqual(diagnosis());
    mayEnd.open();
    await worked.diagnosed();
    expect(await worked.desk.findDiagnosis(id)).toEqual(diagnosis());
  });

  test('of an id that nobody gave out is unknown', async () => {
    expect(await worked.desk.findDiagnosis('why-nothing')).toBeNull();
  });
});

describe('the home of a person', () => {
  const inChannel = (user: string, channel: string) => ({
    conversation: { ...worked.ask().conversation, channel, user },
  });

  test('shows their own newest diagnoses and nobody else’s', async () => {
    const own: string[] = [];
    for (const index of [1, 2, 3, 4, 5, 6]) {
      own.push(await worked.diagnosed(inChannel('UDORA', `CDORA${index}`)));
      await worked.diagnosed(inChannel('UEVE', `CEVE${index}`));
    }
    const { recent } = await worked.desk.homeOf({ user: 'UDORA', team: 'T1' });
    expect(recent.map(({ id }) => id)).toEqual(own.toReversed().slice(0, 5));
    expect(recent[0]).toMatchObject({
      channel: 'CDORA6',
      image: 'shop/api:v2.1.0',
      says: 'Repository `shop/api` exists, but holds no image `shop/api:v2.1.0`.',
    });
    expect((await worked.desk.homeOf({ user: 'UNOBODY', team: 'T1' })).recent).toEqual([]);
  });

  test('shows the requests that wait, and no decided one', async () => {
    const [waiting, decided] = [await worked.requested(), await worked.requested()];
    await worked.desk.decideFix(decided.id, { kind: 'reject', by: BEN });
    const ids = (await worked.desk.homeOf(ANN)).waiting.map(({ id }) => id);
    expect(ids).toContain(waiting.id);
    expect(ids).not.toContain(decided.id);
  });

  test('says how the bot is', async () => {
    expect((await worked.desk.homeOf(ANN)).health).toMatch(/^\d+ diagnosis jobs? under way, 0 jobs failed\.$/);
  });
});
