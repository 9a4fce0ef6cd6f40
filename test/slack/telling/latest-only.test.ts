import { expect, it, vi } from 'vitest';
import { latestOnly } from '../../../src/slack/telling/latest-only.ts';

/** Sends that end when the test says so. */
function gate() {
  const sent: number[] = [];
  const ends: (() => void)[] = [];
  const send = (value: number) => {
    sent.push(value);
    return new Promise<number>((resolve) => ends.push(() => resolve(0)));
  };
  return { sent, send, endNext: () => ends.shift()?.() };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

it('sends the first at once, and of those that come meanwhile only the last', async () => {
  const { sent, send, endNext } = gate();
  const edits = latestOnly(send);
  for (const value of [1, 2, 3]) edits.offer(value);
  expect(sent).toEqual([1]);
  endNext();
  await vi.waitFor(() => expect(sent).toEqual([1, 3]));
  endNext();
  await turn();
  expect(sent).toEqual([1, 3]);
  await edits.close();
});

it('sends again after it has been idle', async () => {
  const sent: number[] = [];
  const edits = latestOnly<number>((value) => {
    sent.push(value);
    return Promise.resolve(0);
  });
  edits.offer(1);
  await turn();
  edits.offer(2);
  await vi.waitFor(() => expect(sent).toEqual([1, 2]));
  await edits.close();
});

it('drops what waits when it is closed, and waits for what is under way', async () => {
  const { sent, send, endNext } = gate();
  const edits = latestOnly(send);
  edits.offer(1);
  edits.offer(2);
  let isClosed = false;
  const closing = edits.close().then(() => (isClosed = true));
  await turn();
  expect(isClosed).toBe(false);
  endNext();
  await closing;
  expect(sent).toEqual([1]);
});

it('does not wait out the silence when it is closed', async () => {
  const edits = latestOnly<number>(() => Promise.resolve(3_600_000));
  edits.offer(1);
  await turn();
  await expect(edits.close()).resolves.toBeUndefined();
});
