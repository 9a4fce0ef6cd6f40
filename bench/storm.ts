import type { RunningSandbox } from '../src/bot/start-sandbox.ts';
import { OPS } from '../src/sandbox/slack/workspace.ts';
import { findWorld } from '../src/sandbox/worlds/index.ts';

const FAILURES = 500;

/** Five hundred equal alerts: how many diagnoses they cause. */
export async function measureStorm({
  slack,
  choose,
}: Pick<RunningSandbox, 'slack' | 'choose'>): Promise<(readonly [string, string, string])[]> {
  await choose('missing-tag');
  const text = findWorld('missing-tag')?.message ?? '';
  for (let failure = 0; failure < FAILURES; failure += 1)
    slack.postAsOtherApp({ channel: OPS.id, username: 'alerts', text });
  await slack.waitForMessage({ channel: OPS.id, where: isVerdict, timeoutMs: 60_000 });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const verdicts = slack.messages(OPS.id).filter(isVerdict).length;
  return [[`diagnoses of ${FAILURES} equal failures`, '1', String(verdicts)]];
}

function isVerdict(message: { metadata?: unknown }): boolean {
  return JSON.stringify(message.metadata ?? null).includes('ecr_why_verdict');
}
