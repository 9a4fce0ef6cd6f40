import { expect, it } from 'vitest';
import { lookUpEvents } from '../../../src/aws/trail/look-up-events.ts';
import { windowSince } from '../../../src/aws/trail/trail-window.ts';
import { RateLimiter } from '../../../src/lib/rate-limiter.ts';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { ago } from '../../../src/sandbox/worlds/parts/time.ts';
import { pushed, record, refused } from '../../../src/sandbox/worlds/parts/trail.ts';
import { REGISTRY } from '../../support/an-incident.ts';
import { identitiesIn } from '../../support/diagnose-world.ts';

const NOW = '2026-03-01T12:00:00.000Z';

/** Counts the turns that are taken, and lets nobody wait. */
class CountedTurns extends RateLimiter {
  taken = 0;

  constructor() {
    super(Number.POSITIVE_INFINITY);
  }

  override takeTurn(): number {
    this.taken += 1;
    return super.takeTurn();
  }
}

const push = (estate: Estate, hours: number) => pushed('my-app', `t${hours}`, 'sha256:1', ago(estate.now, { hours }));

async function lookUp(count: number, change: (estate: Estate) => void = () => undefined) {
  const estate = healthyEstate(NOW);
  for (let hours = 1; hours <= count; hours += 1) record(estate, push(estate, hours));
  change(estate);
  const lookups = new CountedTurns();
  const clients = { ...(await identitiesIn(estate).reading(REGISTRY)), lookups };
  return { ...(await lookUpEvents(clients, 'PutImage', windowSince(null, new Date(NOW)))), lookups };
}

it('reads every page, the newest first, and takes a turn for each', async () => {
  const { records, limit, lookups } = await lookUp(120);
  expect(records).toHaveLength(120);
  expect(records[0]?.at).toBe(ago(NOW, { hours: 1 }));
  expect(limit).toBeNull();
  expect(lookups.taken).toBe(3);
});

it('stops at a bound, and says how far it came', async () => {
  const { records, limit, lookups } = await lookUp(1_100);
  expect(records).toHaveLength(1_000);
  expect(limit).toEqual({ count: 1_000, what: 'PutImage', backTo: ago(NOW, { hours: 1_000 }) });
  expect(lookups.taken).toBe(20);
});

it('leaves out calls that failed, and what is older than ninety days', async () => {
  const { records } = await lookUp(1, (estate) => {
    record(estate, refused(push(estate, 2)));
    record(estate, push(estate, 24 * 91));
  });
  expect(records).toHaveLength(1);
});

it('shares one pace among all that read in a place, and none with other places', async () => {
  const identities = identitiesIn(healthyEstate(NOW));
  const [one, other, elsewhere] = await Promise.all([
    identities.reading(REGISTRY),
    identities.reading({ ...REGISTRY }),
    identities.reading({ ...REGISTRY, region: 'eu-west-1' }),
  ]);
  expect(one.lookups).toBe(other.lookups);
  expect(one.lookups).not.toBe(elsewhere.lookups);
});
