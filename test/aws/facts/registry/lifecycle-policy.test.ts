import { expect, it } from 'vitest';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const of = (repository: string) => anIncident({ image: anImage({ repository }) });

it('reads the text as it is', async () => {
  const learned = await readFact('lifecyclePolicy', of('shop/web'));
  if (!learned.known || learned.value === null) throw new Error('shop/web has a policy');
  expect(JSON.parse(learned.value.text)).toMatchObject({ rules: [{ rulePriority: 1 }] });
  expect(learned.evidence).toMatchObject([{ observed: expect.stringContaining('last evaluated') }]);
});

it.each(['my-app', 'nobody/knows'])('is null for %s', async (repository) => {
  expect(await readFact('lifecyclePolicy', of(repository))).toMatchObject({ known: true, value: null });
});
