import { expect, it } from 'vitest';
import { AwsFactSource } from '../../../../src/aws/fact-source.ts';
import { Identities } from '../../../../src/aws/identities.ts';
import { CallMeter } from '../../../../src/aws/meter.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../../../src/sandbox/accounts.ts';
import { worldHandler } from '../../../../src/sandbox/aws/handler.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const named = anIncident({ workload: { kind: 'role', role: 'arn:aws:iam::444455556666:role/checkout-exec' } });

it('is the one that ecr-why.yml names for the account of the puller', async () => {
  expect(await readFact('organization', named)).toMatchObject({ known: true, value: 'o-sandbox0000' });
});

it('is null where ecr-why.yml names none', async () => {
  const estate = healthyEstate();
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS.map(({ organization: _left, ...account }) => account),
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    requestHandler: worldHandler(() => estate),
  });
  const source = new AwsFactSource(identities, new CallMeter());
  expect(await source.learn('organization', named)).toMatchObject({ known: true, value: null });
});

it('is a gap where nobody knows who pulls', async () => {
  expect(await readFact('organization', anIncident({ platform: 'kubernetes' }))).toMatchObject({ known: false });
});
