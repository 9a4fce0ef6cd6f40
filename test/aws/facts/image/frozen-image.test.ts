import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { serviceRef } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findImage, findRepository, findService } from '../../../../src/sandbox/worlds/parts/find.ts';
import { pushAnew } from '../../../../src/sandbox/worlds/parts/frozen.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { anImage, anIncident, HOST } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { readRecorded } from '../read-recorded.ts';

const workload = serviceRef('checkout');
const { digest: FROZEN } = findImage(healthyEstate(), 'shop/api', 'v4.12.1');
const byTag = anIncident({ workload, image: anImage({ repository: 'shop/api', tag: 'v4.12.1' }) });
const byDigest = anIncident({ workload, image: anImage({ repository: 'shop/api', tag: 'v4.12.1', digest: FROZEN }) });

function frozenAs(image: string): (estate: Estate) => void {
  return (estate) => {
    for (const each of findService(estate, 'checkout').serviceRevisions.flatMap((one) => one.containerImages)) {
      each.image = image;
    }
  };
}

it.each([
  ['the tag', byTag],
  ['the digest', byDigest],
])('is there as long as %s names it and it is', async (_what, incident) => {
  expect(await readFact('frozenImage', incident)).toMatchObject({
    known: true,
    value: { digest: FROZEN, tag: 'v4.12.1', image: { digest: FROZEN }, tagged: { digest: FROZEN } },
  });
});

it.each([
  ['the tag', byTag],
  ['the digest', byDigest],
])('is gone when asked by %s, and tells what the tag names now', async (_what, incident) => {
  let anew = '';
  const learned = await readFact('frozenImage', incident, (estate) => {
    pushAnew(estate, 'shop/api', 'v4.12.1');
    anew = findImage(estate, 'shop/api', 'v4.12.1').digest;
  });
  expect(anew).not.toBe(FROZEN);
  expect(learned).toMatchObject({ known: true, value: { digest: FROZEN, image: null, tagged: { digest: anew } } });
});

it('may lie in the archive', async () => {
  const learned = await readFact('frozenImage', byTag, (estate) => {
    findImage(estate, 'shop/api', 'v4.12.1').status = 'ARCHIVED';
  });
  expect(learned).toMatchObject({ known: true, value: { image: { status: 'ARCHIVED' } } });
});

it('is gone with its tag', async () => {
  const learned = await readFact('frozenImage', byTag, (estate) => {
    findRepository(estate, 'shop/api').images = [];
  });
  expect(learned).toMatchObject({ known: true, value: { image: null, tagged: null } });
});

it.each([
  ['a reference with the digest written out', `${HOST}/shop/api:v4.12.1@${FROZEN}`, byTag],
  ['the same, asked by that digest', `${HOST}/shop/api:v4.12.1@${FROZEN}`, byDigest],
  ['another tag', `${HOST}/shop/api:v4.12.0`, byTag],
  ['a repository whose name only begins so', `${HOST}/shop/api-worker:v4.12.1`, byTag],
])('is none for %s', async (_what, image, incident) => {
  expect(await readFact('frozenImage', incident, frozenAs(image))).toMatchObject({ known: true, value: null });
});

it('is none for another digest than the message names', async () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const incident = { ...byTag, image: anImage({ repository: 'shop/api', tag: 'v4.12.1', digest }) };
  expect(await readFact('frozenImage', incident)).toMatchObject({ known: true, value: null });
});

it('takes no tag for latest', async () => {
  const incident = { ...byTag, image: anImage({ repository: 'shop/api', tag: 'latest' }) };
  const learned = await readFact('frozenImage', incident, frozenAs(`${HOST}/shop/api`));
  expect(learned).toMatchObject({ known: true, value: { tag: 'latest', tagged: null } });
});

it('is a gap when the deployment cannot be seen', async () => {
  const learned = await readFact('frozenImage', byTag, (estate) => {
    estate.deniedToReader = { '444455556666': ['ecs:DescribeServiceRevisions'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { action: 'ecs:DescribeServiceRevisions' } });
});

it.each([
  ['the tag', byTag],
  ['the digest', byDigest],
])('is not asked for again where it is the one that %s names', async (_what, incident) => {
  const { operations } = await readRecorded('frozenImage', incident);
  expect(operations.filter((each) => each === 'DescribeImages')).toHaveLength(1);
});

it('is a gap where the registry cannot be read, for whatever ECS knows', async () => {
  const learned = await readFact('frozenImage', byTag, (estate) => {
    frozenAs(`${HOST}/shop/api:v4.12.0`)(estate);
    estate.deniedToReader = { '123456789012': ['ecr:DescribeImages'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { action: 'ecr:DescribeImages' } });
});
