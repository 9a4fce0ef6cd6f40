import { expect, it } from 'vitest';
import { pushAbroad } from '../../../../src/sandbox/worlds/parts/abroad.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const ABROAD = { account: '123456789012', region: 'eu-west-1' };
const here = anIncident({ image: anImage({ repository: 'shop/api', tag: 'v4.12.1' }) });
const nowhere = anIncident({ image: anImage({ repository: 'shop/api', tag: 'v9.9.9' }) });

it('finds the wanted tag in the other configured places', async () => {
  expect(await readFact('imageElsewhere', here)).toMatchObject({
    known: true,
    value: [{ ...ABROAD, status: 'ACTIVE', digest: expect.stringMatching(/^sha256:/) }],
    evidence: [{ action: 'ecr:DescribeImages', place: ABROAD, subject: 'shop/api:v4.12.1' }],
  });
});

it('finds an archived one too, and one that is asked for by its digest', async () => {
  let digest = '';
  const archive = (estate: Parameters<typeof pushAbroad>[0]): void => {
    const image = pushAbroad(estate, 'shop/api', 'v9.9.9', { hours: 3 });
    image.status = 'ARCHIVED';
    digest = image.digest;
  };
  expect(await readFact('imageElsewhere', nowhere, archive)).toMatchObject({ value: [{ status: 'ARCHIVED', digest }] });
  const byDigest = anIncident({ image: anImage({ repository: 'shop/api', digest }) });
  expect(await readFact('imageElsewhere', byDigest, archive)).toMatchObject({ value: [{ digest }] });
});

it('is nowhere when every place has answered', async () => {
  expect(await readFact('imageElsewhere', nowhere)).toMatchObject({ known: true, value: [], evidence: [] });
});

it('does not say nowhere while a place could not be asked, and says where it is all the same', async () => {
  const deny = (estate: Parameters<typeof pushAbroad>[0]): void => {
    estate.deniedToReader = { '444455556666': ['ecr:DescribeImages'] };
  };
  expect(await readFact('imageElsewhere', nowhere, deny)).toMatchObject({
    known: false,
    gap: { reason: 'denied', account: '444455556666' },
  });
  expect(await readFact('imageElsewhere', here, deny)).toMatchObject({ known: true, value: [ABROAD] });
});
