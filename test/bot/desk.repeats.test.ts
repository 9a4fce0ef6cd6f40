import { describe, expect, test } from 'vitest';
import type { Repeats } from '../../src/jobs/index.ts';
import { eventually, latch } from '../jobs/engine-under-test.ts';
import { diagnosis } from '../slack/support/diagnoses.ts';
import { workedDesk } from './worked-desk.ts';

const worked = workedDesk();

/** What the workers are told of repetitions from now on. */
function toldRepeats(): Repeats[] {
  const told: Repeats[] = [];
  worked.handlers.tellRepeats = async ({ data }) => void told.push(data);
  return told;
}

/** Something else is repeated, and told of: by then whatever came before would have been told too. */
async function somethingElseIsTold(told: readonly Repeats[]): Promise<string> {
  const other = worked.ask();
  const elsewhere = { ...other, conversation: { ...other.conversation, channel: 'CELSEWHERE' } };
  const { id } = await worked.desk.diagnose(elsewhere);
  await worked.desk.diagnose(elsewhere);
  await eventually(async () => told.some((repeats) => repeats.id === id));
  return id;
}

describe('a failure that is reported again', { timeout: 30_000 }, () => {
  test('is counted, while it is being answered and afterwards', async () => {
    const told = toldRepeats();
    const mayEnd = latch();
    worked.handlers.diagnose = async ({ data }) => {
      await mayEnd.opened;
      return diagnosis({ incident: data.incident });
    };
    const { id } = await worked.desk.diagnose(worked.ask());
    for (let again = 0; again < 3; again += 1) await worked.desk.diagnose(worked.ask());
    mayEnd.open();
    await worked.diagnosed();
    await eventually(async () => told.some(({ count }) => count === 4));
    expect(new Set(told.map((repeats) => repeats.id))).toEqual(new Set([id]));
  });

  test('is counted when several report it in the same moment', async () => {
    const told = toldRepeats();
    const asked = await Promise.all(Array.from({ length: 8 }, () => worked.desk.diagnose(worked.ask())));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked.filter(({ existing }) => existing === null)).toHaveLength(1);
    await eventually(async () => told.some(({ count }) => count === 7));
  });

  test('is not counted when somebody only asks, or wants to look again', async () => {
    const told = toldRepeats();
    const mayEnd = latch();
    worked.handlers.diagnose = async ({ data }) => {
      await mayEnd.opened;
      return diagnosis({ incident: data.incident });
    };
    const question = worked.ask();
    const without = { ...question, sighting: { ...question.sighting, symptom: null } };
    for (let again = 0; again < 2; again += 1) await worked.desk.diagnose(without);
    for (let again = 0; again < 2; again += 1) await worked.desk.diagnose(worked.ask({ isFresh: true }));
    await worked.desk.diagnose(worked.ask());
    await worked.desk.diagnose(worked.ask({ isFresh: true }));
    const other = await somethingElseIsTold(told);
    mayEnd.open();
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set([other]));
  });
});
