import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { ago } from '../../../../src/sandbox/worlds/parts/time.ts';
import { pushed, record } from '../../../../src/sandbox/worlds/parts/trail.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

const push = (estate: Estate, tag: string, days: number, repository = 'my-app') =>
  record(estate, pushed(repository, tag, `sha256:${tag}${days}`, ago(estate.now, { days })));

it('gives what was pushed to the repository, the newest first', async () => {
  const learned = await readFact('pushes', incident, (estate) => {
    push(estate, 'latest', 3);
    push(estate, 'main', 2, 'shop/api');
    push(estate, 'latest', 1);
  });
  expect(learned).toMatchObject({
    value: [{ tag: 'latest', digest: 'sha256:latest1' }, { digest: 'sha256:latest3' }],
    evidence: [{ action: 'cloudtrail:LookupEvents', observed: 'pushed in 90 days: latest 2×' }],
  });
  expect(learned).toMatchObject({ value: [{ by: 'arn:aws:sts::123456789012:assumed-role/ci-push/build' }, {}] });
});

it('leaves out a repository of the same name in another account', async () => {
  const learned = await readFact('pushes', incident, (estate) => {
    const entry = pushed('my-app', 'v1', 'sha256:1', ago(estate.now, { days: 1 }));
    record(estate, { ...entry, requestParameters: { ...entry.requestParameters, registryId: '444455556666' } });
  });
  expect(learned).toMatchObject({ known: true, value: [] });
});

it('knows a push without a tag', async () => {
  const learned = await readFact('pushes', incident, (estate) => {
    const entry = pushed('my-app', '', 'sha256:1', ago(estate.now, { days: 1 }));
    record(estate, { ...entry, responseElements: { image: { imageId: { imageDigest: 'sha256:1' } } } });
  });
  expect(learned).toMatchObject({ value: [{ tag: null, digest: 'sha256:1' }] });
});

it('does not guess when there is more than it may read', async () => {
  const learned = await readFact('pushes', incident, (estate) => {
    for (let hours = 1; hours <= 1_001; hours += 1)
      record(estate, pushed('shop/api', `t${hours}`, 'sha256:1', ago(estate.now, { hours })));
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'too-much', action: 'cloudtrail:LookupEvents' } });
});
