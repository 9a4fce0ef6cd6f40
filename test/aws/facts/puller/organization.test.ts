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

const ACCOUNT = '444455556666';

it('is what AWS says of the account of the puller', async () => {
  expect(await readFact('organization', named)).toMatchObject({ known: true, value: 'o-sandbox0000' });
});

it('is null where the account is in none', async () => {
  const learned = await readFact('organization', named, ({ organizationPolicies }) => {
    delete organizationPolicies.parents[ACCOUNT];
  });
  expect(learned).toMatchObject({ known: true, value: null });
});

it.each([
  ['what ecr-why.yml says', 'o-written000', { known: true, value: 'o-written000' }],
  ['a gap, where that says nothing', undefined, { known: false, gap: { reason: 'denied' } }],
])('is, where we may not ask, %s', async (_what, organization, expected) => {
  const estate = healthyEstate();
  estate.deniedToReader[ACCOUNT] = ['organizations:DescribeOrganization'];
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS.map((account) => ({ ...account, ...(organization !== undefined && { organization }) })),
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    requestHandler: worldHandler(() => estate),
  });
  const source = new AwsFactSource(identities, new CallMeter());
  expect(await source.learn('organization', named)).toMatchObject(expected);
});

it('is a gap where nobody knows who pulls', async () => {
  expect(await readFact('organization', anIncident({ platform: 'kubernetes' }))).toMatchObject({ known: false });
});
