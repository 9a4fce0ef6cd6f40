import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findRegistry } from '../../../../src/sandbox/worlds/parts/find.ts';
import { deny, policy, PULL_ACTIONS } from '../../../../src/sandbox/worlds/parts/policy.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const TEXT = policy({ ...deny(PULL_ACTIONS), Principal: '*' });

function givePolicy(estate: Estate, policyScope: 'V1' | 'V2' = 'V2'): void {
  Object.assign(findRegistry(estate), { policy: TEXT, policyScope });
}

it.each(['V1', 'V2'] as const)('reads the document and its scope, %s', async (scope) => {
  const learned = await readFact('registryPolicy', anIncident(), (estate) => givePolicy(estate, scope));
  expect(learned).toMatchObject({ known: true, value: { name: 'registry policy', text: TEXT, scope } });
});

it('is null when the registry has none', async () => {
  expect(await readFact('registryPolicy', anIncident())).toMatchObject({ known: true, value: null });
});

it('does not know the scope where it may not be read, and still the document', async () => {
  const learned = await readFact('registryPolicy', anIncident(), (estate) => {
    givePolicy(estate, 'V1');
    estate.deniedToReader = { '123456789012': ['ecr:GetAccountSetting'] };
  });
  expect(learned).toMatchObject({ known: true, value: { text: TEXT, scope: 'unknown' } });
});

it('is a gap where the document may not be read', async () => {
  const learned = await readFact('registryPolicy', anIncident(), (estate) => {
    estate.deniedToReader = { '123456789012': ['ecr:GetRegistryPolicy'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action: 'ecr:GetRegistryPolicy' } });
});
