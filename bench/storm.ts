import type { RunningSandbox } from '../src/bot/start-sandbox.ts';
import { OPS } from '../src/sandbox/slack/workspace.ts';
import { findWorld } from '../src/sandbox/worlds/index.ts';
import { METADATA_TYPES } from '../src/slack/blocks/action-ids.ts';

const FAILURES = 500;
/** However slow the machine, the measuring ends. What is missing by then shows in the numbers. */
const AT_MOST_MS = 60_000;

/** Five hundred equal alerts: how many diagnoses and threads they cause, and what the counter says in the end. */
export async function measureStorm({
  slack,
  choose,
}: Pick<RunningSandbox, 'slack' | 'choose'>): Promise<(readonly [string, string, string])[]> {
  await choose('missing-tag');
  const text = findWorld('missing-tag')?.message ?? '';
  for (let failure = 0; failure < FAILURES; failure += 1)
    slack.postAsOtherApp({ channel: OPS.id, username: 'alerts', text });
  const { verdict, repeats } = METADATA_TYPES;
  const all = (kind: string) => slack.messages(OPS.id).filter(isMarked(kind));
  const says = () => all(repeats).map((counter) => /\d+(?= more times)/.exec(counter.text)?.[0] ?? 'no number');
  const isOver = () => all(verdict).length > 0 && says().includes(String(FAILURES - 1));
  await slack.waitFor(isOver, AT_MOST_MS).catch(() => undefined);
  const threads = new Set([...all(verdict), ...all(repeats)].map(({ thread_ts: thread }) => thread));
  return [
    [`diagnoses of ${FAILURES} equal failures`, '1', String(all(verdict).length)],
    ['threads in which they are told', '1', String(threads.size)],
    ['counters of the rest, and what they say', `1, ${FAILURES - 1}`, [all(repeats).length, ...says()].join(', ')],
  ];
}

function isMarked(kind: string): (message: { readonly metadata?: unknown }) => boolean {
  return ({ metadata }) => JSON.stringify(metadata ?? null).includes(kind);
}
