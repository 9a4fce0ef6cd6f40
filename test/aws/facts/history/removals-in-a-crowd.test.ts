import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findImage, findRepository, findService } from '../../../../src/sandbox/worlds/parts/find.ts';
import { neverFreeze } from '../../../../src/sandbox/worlds/parts/frozen.ts';
import { policyRun } from '../../../../src/sandbox/worlds/parts/lifecycle-run.ts';
import { EXPIRE_RELEASES } from '../../../../src/sandbox/worlds/parts/lost-image.ts';
import { ago } from '../../../../src/sandbox/worlds/parts/time.ts';
import { archived, deleted, deletedRepository, record } from '../../../../src/sandbox/worlds/parts/trail.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const IMAGE = { digest: 'sha256:1', tags: ['v2.1.0'] };
const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

/** A run for each hour, of another repository: more than CloudTrail is asked for at once. */
function crowd(estate: Estate): void {
  for (let hours = 1; hours <= 1_100; hours += 1)
    record(estate, policyRun('shop/api', IMAGE, EXPIRE_RELEASES, ago(estate.now, { hours })));
}

const read = (change: (estate: Estate) => void, asked = incident) =>
  readFact('removals', asked, (estate) => {
    neverFreeze(estate, 'my-app');
    crowd(estate);
    change(estate);
  });

/** The healthy estate is as of now. */
const failed = (days: number) => ({ ...incident, failedAt: new Date(Date.now() - days * 86_400_000).toISOString() });

it('answers when what it read names the wanted image', async () => {
  const learned = await read((estate) => record(estate, deleted('my-app', IMAGE, ago(estate.now, { days: 1 }))));
  expect(learned).toMatchObject({ value: [{ kind: 'deleted' }] });
});

it.each<[string, (estate: Estate) => void]>([
  ['nothing does', () => undefined],
  [
    'what does is older than what was left unread',
    (estate) => record(estate, deleted('my-app', IMAGE, ago(estate.now, { days: 60 }))),
  ],
  [
    'what does is older than what was left unread of another kind',
    (estate) => {
      for (let hours = 1; hours <= 1_100; hours += 1)
        record(estate, deleted('shop/api', IMAGE, ago(estate.now, { hours: hours / 2 })));
      record(estate, policyRun('my-app', IMAGE, EXPIRE_RELEASES, ago(estate.now, { days: 30 })));
    },
  ],
])('is a gap when %s, and says how far it came', async (_what, change) => {
  const gap = { reason: 'too-much', read: { count: 1_000, what: expect.stringMatching(/^(Policy|Batch)/) } };
  expect(await read(change)).toMatchObject({ known: false, gap });
});

it('looks again up to the failure, where that is older than what it read', async () => {
  const learned = await read(
    (estate) => record(estate, policyRun('my-app', IMAGE, EXPIRE_RELEASES, ago(estate.now, { days: 60 }))),
    failed(55),
  );
  expect(learned).toMatchObject({
    value: [{ kind: 'expired' }],
    evidence: [{ observed: expect.stringMatching(/^Pol/) }],
  });
});

it('takes nothing from after the failure for what the failure met', async () => {
  const change = (estate: Estate) =>
    record(estate, policyRun('my-app', IMAGE, EXPIRE_RELEASES, ago(estate.now, { days: 50 })));
  expect(await read(change, failed(55))).toMatchObject({ known: false, gap: { reason: 'too-much' } });
});

it.each<[string, (estate: Estate) => void]>([
  ['its repository was made', (estate) => (findRepository(estate, 'my-app').createdAt = ago(estate.now, { days: 30 }))],
  [
    'ECS froze it',
    (estate) => {
      const { digest } = findImage(estate, 'my-app', 'v2.1.0');
      const [revision] = findService(estate, 'my-app').serviceRevisions;
      const container = { containerName: 'my-app', image: incident.image.text, imageDigest: digest };
      Object.assign(revision ?? {}, { createdAt: ago(estate.now, { days: 30 }), containerImages: [container] });
    },
  ],
])('reads no further than when %s', async (_when, change) => {
  const learned = await read(change);
  expect(learned).toMatchObject({ value: [], evidence: [{ observed: expect.stringMatching(/names it since 2/) }] });
});

it('asks about a deleted repository as far as CloudTrail remembers, whenever this one was made', async () => {
  const learned = await read((estate) => {
    findRepository(estate, 'my-app').createdAt = ago(estate.now, { days: 30 });
    record(estate, deletedRepository('my-app', ago(estate.now, { days: 31 })));
  });
  expect(learned).toMatchObject({ value: [{ kind: 'repository-deleted' }] });
});

it('asks of an archived image for the hour in which it went there', async () => {
  const learned = await read((estate) => {
    const image = findImage(estate, 'my-app', 'v2.1.0');
    Object.assign(image, { status: 'ARCHIVED', lastArchivedAt: ago(estate.now, { days: 60 }) });
    record(estate, archived('my-app', image.digest, ago(estate.now, { days: 60 })));
  });
  expect(learned).toMatchObject({ value: [{ kind: 'archived' }] });
});
