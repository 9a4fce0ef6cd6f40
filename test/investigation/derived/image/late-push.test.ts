import { describe, expect, it } from 'vitest';
import type { EcrIncident } from '../../../../src/domain/check.ts';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { Push } from '../../../../src/domain/facts/history.ts';
import { latePush } from '../../../../src/investigation/derived/image/late-push.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { anImageFact, aWorkload } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';

const FAILED_AT = '2026-02-20T10:00:00.000Z';
const DIGEST = `sha256:${'b2'.repeat(32)}`;

const after = (seconds: number): string => new Date(Date.parse(FAILED_AT) + seconds * 1000).toISOString();
const push = (seconds: number, parts: Partial<Push> = {}): Push => ({
  tag: 'v2.1.0',
  digest: `sha256:${'a1'.repeat(32)}`,
  at: after(seconds),
  by: null,
  ...parts,
});
const pushedAt = (seconds: number) => anImageFact({ pushedAt: after(seconds) });
const task = aWorkload({ failedAt: FAILED_AT });

async function derive(
  facts: Partial<Facts>,
  parts: Partial<EcrIncident> = {},
  gaps: Parameters<typeof aGap>[0][] = [],
) {
  const source = new FakeFactSource(
    facts,
    gaps.map((fact) => aGap(fact)),
  );
  const learned = await latePush.derive((name) => source.learn(name), anIncident(parts));
  return learned.known ? learned.value : learned.gap;
}

describe('latePush', () => {
  it('is a push after the failure that CloudTrail has as the first', async () => {
    const facts = { image: pushedAt(300), workload: task, pushes: [push(300), push(-9000, { tag: 'v2.0.9' })] };
    expect(await derive(facts)).toEqual({ failedAt: FAILED_AT, pushedAt: after(300), isFirst: true });
  });

  it('takes the time of the message before that of a task', async () => {
    const facts = { image: pushedAt(300), workload: task, pushes: [push(300)] };
    const failedAt = after(100);
    expect(await derive(facts, { failedAt })).toMatchObject({ failedAt });
    expect(await derive(facts, { failedAt: after(400) })).toBeNull();
  });

  it('needs no workload where the message says when', async () => {
    const facts = { image: pushedAt(300), pushes: [push(300)] };
    expect(await derive(facts, { failedAt: FAILED_AT }, ['workload'])).toMatchObject({ isFirst: true });
  });

  it.each<[string, Partial<Facts>]>([
    ['the image was there before', { image: pushedAt(-1), workload: task }],
    ['the clocks of two services could differ as much', { image: pushedAt(5), workload: task }],
    ['the image is not there', { image: null, workload: task }],
    ['nobody says when the pull failed', { image: pushedAt(300), workload: aWorkload() }],
    [
      'the tag had named another image before',
      { image: pushedAt(300), workload: task, pushes: [push(300), push(-9000, { digest: DIGEST })] },
    ],
    ['an earlier push was at the same moment', { image: pushedAt(300), workload: task, pushes: [push(300), push(2)] }],
  ])('is none when %s', async (_why, facts) => {
    expect(await derive(facts)).toBeNull();
  });

  it('looks for the digest where the message names one', async () => {
    const image = anImage({ digest: DIGEST });
    const facts = { image: pushedAt(300), workload: task };
    const other = push(-9000);
    const same = push(-9000, { digest: DIGEST, tag: null });
    const first = push(300, { digest: DIGEST });
    expect(await derive({ ...facts, pushes: [first, other] }, { image })).toMatchObject({ isFirst: true });
    expect(await derive({ ...facts, pushes: [first, same] }, { image })).toBeNull();
  });

  it('is not known to be the first where CloudTrail cannot be asked, or lacks even this push', async () => {
    const facts = { image: pushedAt(300), workload: task };
    expect(await derive(facts, {}, ['pushes'])).toMatchObject({ isFirst: false });
    expect(await derive({ ...facts, pushes: [] })).toMatchObject({ isFirst: false });
  });

  it('does not ask for the history when nothing was pushed after the failure', async () => {
    const source = new FakeFactSource({ image: pushedAt(-1), workload: task });
    await latePush.derive((name) => source.learn(name), anIncident());
    expect(source.asked).not.toContain('pushes');
  });

  it('is a gap where the image cannot be seen', async () => {
    expect(await derive({ workload: task }, {}, ['image'])).toMatchObject({ reason: 'denied' });
  });
});
