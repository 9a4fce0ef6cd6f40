import type { RunningSandbox } from '../src/bot/start-sandbox.ts';
import { ANN, OPS } from '../src/sandbox/slack/workspace.ts';

const QUEUED = 200;
const ASKED = 100;

/** How long a command waits for its acknowledgement while two hundred diagnoses are queued, against an idle bot. */
export async function measureAcks({
  slack,
  choose,
}: Pick<RunningSandbox, 'slack' | 'choose'>): Promise<(readonly [string, string, string])[]> {
  await choose('healthy');
  const ask = (text: string) => slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text });
  const time = async (): Promise<number> => {
    const started = performance.now();
    const { kind } = await ask('help');
    // A command that nobody heard fails at once: it would pass for the fastest of all.
    return kind === 'done' ? performance.now() - started : Number.POSITIVE_INFINITY;
  };
  const p99 = async (): Promise<number> => {
    const times: number[] = [];
    for (let asked = 0; asked < ASKED; asked += 1) times.push(await time());
    return times.toSorted((a, b) => a - b)[Math.floor(ASKED * 0.99) - 1] ?? Number.NaN;
  };
  const idle = await p99();
  for (let job = 0; job < QUEUED; job += 1)
    await ask(`why 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:queued-${job} --cluster prod --service my-app`);
  const busy = await p99();
  // Answers that are still on their way would find nobody home.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return [
    [
      `acknowledgement, p99 with ${QUEUED} diagnoses queued`,
      '<= 100 ms',
      Number.isFinite(busy)
        ? `${busy.toFixed(0)} ms, ${(busy / idle).toFixed(1)} x idle`
        : 'some were never acknowledged',
    ],
  ];
}
