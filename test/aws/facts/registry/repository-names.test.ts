import { expect, it } from 'vitest';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

it('reads every page', async () => {
  const learned = await readFact('repositoryNames', anIncident(), (estate) => {
    const registry = estate.accounts.find(({ id }) => id === '123456789012')?.registries['us-east-1'];
    const [model] = registry?.repositories ?? [];
    if (registry === undefined || model === undefined) throw new Error('the healthy estate has no registry');
    registry.repositories = Array.from({ length: 1200 }, (_, index) => ({ ...model, name: `app-${index}` }));
  });
  if (!learned.known) throw new Error(learned.gap.reason);
  expect(learned.value).toHaveLength(1200);
  expect(learned.value).toContain('app-1199');
});
