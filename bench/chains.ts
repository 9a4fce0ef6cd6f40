import { AwsFactSource } from '../src/aws/fact-source.ts';
import { Identities } from '../src/aws/identities.ts';
import { CallMeter } from '../src/aws/meter.ts';
import { withDerivedFacts } from '../src/investigation/derived-facts.ts';
import { investigate } from '../src/investigation/investigate.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../src/sandbox/accounts.ts';
import { worldHandler } from '../src/sandbox/aws/handler.ts';
import { findWorld } from '../src/sandbox/worlds/index.ts';
import type { World } from '../src/sandbox/worlds/world.ts';
import { incidentOf } from '../test/support/diagnose-world.ts';

const LATENCY_MS = 50;
const WORLDS = [
  'missing-tag',
  'tag-expired-by-lifecycle',
  'no-way-out-of-subnet',
  'repository-policy-missing',
  'healthy',
];

/** Each diagnosis against its longest chain of calls that waited for one another, with 50 ms added to every call. */
export async function measureChains(): Promise<(readonly [string, string, string])[]> {
  const worlds = WORLDS.map((id) => findWorld(id)).filter((world) => world !== undefined);
  await diagnose(worlds[0] ?? fail(), 0);
  const rows: (readonly [string, string, string])[] = [];
  for (const world of worlds) {
    const { durationMs, chain, calls, duplicates } = await diagnose(world, LATENCY_MS);
    const ratio = durationMs / (chain * LATENCY_MS);
    rows.push([
      `diagnosis of ${world.id}`,
      '<= 1.3',
      `${ratio.toFixed(2)} x a chain of ${chain} calls; ${calls} calls, ${duplicates} twice`,
    ]);
  }
  return rows;
}

async function diagnose(world: World, latencyMs: number) {
  const estate = world.build();
  const handler = worldHandler(() => estate, { latencyMs });
  const spans: { from: number; to: number }[] = [];
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS,
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    requestHandler: {
      ...handler,
      async handle(...request: Parameters<typeof handler.handle>) {
        const from = performance.now();
        const answer = await handler.handle(...request);
        spans.push({ from, to: performance.now() });
        return answer;
      },
    },
  });
  const meter = new CallMeter();
  const started = performance.now();
  await investigate(incidentOf(world), {
    source: withDerivedFacts(new AwsFactSource(identities, meter)),
    tell: () => undefined,
    onBug: (check, error) => process.stderr.write(`${check}: ${String(error)}\n`),
  });
  return {
    durationMs: performance.now() - started,
    chain: longestChain(spans),
    calls: meter.calls,
    duplicates: meter.duplicates,
  };
}

/** How many calls followed one another at most: each began after the one before had ended. */
function longestChain(spans: readonly { from: number; to: number }[]): number {
  let length = 0;
  let end = -1;
  for (const span of spans.toSorted((a, b) => a.to - b.to)) {
    if (span.from < end) continue;
    length += 1;
    end = span.to;
  }
  return length;
}

function fail(): never {
  throw new Error('the worlds of the benchmark are gone');
}
