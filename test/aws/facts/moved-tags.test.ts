import { expect, it } from 'vitest';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { findImage } from '../../../src/sandbox/worlds/parts/find.ts';
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
