import { expect, it } from 'vitest';
import { findRegistry } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

it('is basic and without rules where nobody configured it', async () => {
  expect(await readFact('registryScanning', anIncident())).toMatchObject({
    known: true,
    value: { type: 'BASIC', rules: [] },
    evidence: [{ action: 'ecr:GetRegistryScanningConfiguration', observed: 'BASIC, no rules' }],
  });
});

it('tells which repositories are scanned, and when', async () => {
  const learned = await readFact('registryScanning', anIncident(), (estate) => {
    findRegistry(estate).scanning = {
      scanType: 'ENHANCED',
      rules: [
        { scanFrequency: 'CONTINUOUS_SCAN', filters: ['shop/*', 'my-app'] },
        { scanFrequency: 'SCAN_ON_PUSH', filters: ['*'] },
      ],
    };
  });
  expect(learned).toMatchObject({
    value: {
      type: 'ENHANCED',
      rules: [
        { frequency: 'CONTINUOUS_SCAN', filters: ['shop/*', 'my-app'] },
        { frequency: 'SCAN_ON_PUSH', filters: ['*'] },
      ],
    },
    evidence: [{ observed: 'ENHANCED, CONTINUOUS_SCAN shop/* my-app, SCAN_ON_PUSH *' }],
  });
});

it('is a gap where we may not look', async () => {
  const action = 'ecr:GetRegistryScanningConfiguration';
  const learned = await readFact('registryScanning', anIncident(), (estate) => {
    estate.deniedToReader = { '123456789012': [action] };
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action } });
});
