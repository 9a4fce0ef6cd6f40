import type { RunningSandbox } from '../src/bot/start-sandbox.ts';
import { ANN, OPS } from '../src/sandbox/slack/workspace.ts';
import { findWorld } from '../src/sandbox/worlds/index.ts';
import { METADATA_TYPES } from '../src/slack/blocks/action-ids.ts';

const PASTES = 20;
const AT_MOST_MS = 30_000;

/** From a pasted error to the first line in its thread, which says that somebody looks: the longest of several. */
export async function measureFirstLine({
  slack,
  choose,
}: Pick<RunningSandbox, 'slack' | 'choose'>): Promise<(readonly [string, string, string])[]> {
  const text = findWorld('missing-tag')?.message ?? '';
  const waited: number[] = [];
  const end = performance.now() + AT_MOST_MS;
  while (waited.length < PASTES && performance.now() < end) {
    // Chosen anew, the same question is another one.
    await choose('missing-tag');
    const started = performance.now();
    const { ts } = await slack.post({ channel: OPS.id, user: ANN.id, text });
    const inThread = { channel: OPS.id, threadTs: ts, timeoutMs: AT_MOST_MS };
    await slack.waitForMessage({ ...inThread, where: isMarked(METADATA_TYPES.progress) });
    waited.push(performance.now() - started);
    await slack.waitForMessage({ ...inThread, where: isMarked(METADATA_TYPES.verdict) });
  }
  return [
    [`first line in the thread, longest of ${waited.length}`, '<= 1,000 ms', `${Math.max(...waited).toFixed(0)} ms`],
  ];
}

function isMarked(kind: string): (message: { readonly metadata?: unknown }) => boolean {
  return ({ metadata }) => JSON.stringify(metadata ?? null).includes(kind);
}
