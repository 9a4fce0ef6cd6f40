import { expect, it } from 'vitest';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { findImage, findRepository } from '../../../src/sandbox/worlds/parts/find.ts';
import { ago } from '../../../src/sandbox/worlds/parts/time.ts';
import { pushed, record } from '../../../src/sandbox/worlds/parts/trail.ts';
import { anImage, anIncident } from '../../support/an-incident.ts';
import { readFact } from '../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

function push(estate: Estate, tag: string, times: number, repository = 'my-app'): void {
  const { digest } = findImage(estate, 'my-app', 'v2.1.0');
  for (let day = 1; day <= times; day += 1)
    record(estate, pushed(repository, tag, digest, ago(estate.now, { days: day })));
}

it('names tags that were pushed more than once, of this repository only', async () => {
  const learned = await readFact('movedTags', incident, (estate) => {
    push(estate, 'latest', 3);
    push(estate, 'v2.1.0', 1);
    push(estate, 'main', 5, 'shop/api');
  });
  expect(learned).toMatchObject({ known: true, value: [{ tag: 'latest', pushes: 3 }] });
});

it.each([
  ['stable', [{ tag: 'stable', pushes: 1 }]],
  ['prod-eu', [{ tag: 'prod-eu', pushes: 1 }]],
  ['v2.2.0', []],
  ['2026.10', []],
  ['3f9c1d7', []],
])('takes %s, pushed once into a repository older than the trail, for what its name says', async (tag, value) => {
  const learned = await readFact('movedTags', incident, (estate) => push(estate, tag, 1));
  expect(learned).toMatchObject({ known: true, value });
});

it('takes what was pushed once for new where the whole life of the repository is on record', async () => {
  const learned = await readFact('movedTags', incident, (estate) => {
    findRepository(estate, 'my-app').createdAt = ago(estate.now, { days: 40 });
    push(estate, 'stable', 1);
  });
  expect(learned).toMatchObject({ known: true, value: [] });
});

it('reads more than one page', async () => {
  const learned = await readFact('movedTags', incident, (estate) => push(estate, 'nightly', 80));
  expect(learned).toMatchObject({ known: true, value: [{ tag: 'nightly', pushes: 80 }] });
});

it('does not guess when there is more than it may read', async () => {
  const learned = await readFact('movedTags', incident, (estate) => {
    const { digest } = findImage(estate, 'my-app', 'v2.1.0');
    for (let hour = 1; hour <= 600; hour += 1)
      record(estate, pushed('my-app', `t${hour}`, digest, ago(estate.now, { hours: hour })));
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'too-much', action: 'cloudtrail:LookupEvents' } });
});
