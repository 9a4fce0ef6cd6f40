import { expect, it } from 'vitest';
import { AwsFactSource } from '../../../../src/aws/fact-source.ts';
import { Identities } from '../../../../src/aws/identities.ts';
import { CallMeter } from '../../../../src/aws/meter.ts';
import { SANDBOX_ACCOUNTS } from '../../../../src/sandbox/accounts.ts';
import { findAccount, findCluster } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const PROD = {
  account: '444455556666',
  region: 'us-east-1',
  arn: 'arn:aws:ecs:us-east-1:444455556666:cluster/prod',
};

it('lists the clusters of every configured place', async () => {
  const learned = await readFact('ecsClusters', anIncident(), (estate) => {
    const { ecs } = findAccount(estate, '123456789012');
    ecs['eu-west-1'] = { clusters: [{ ...findCluster(estate), clusterName: 'tools' }], taskDefinitions: [] };
  });
  const tools = {
    account: '123456789012',
    region: 'eu-west-1',
    arn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/tools',
  };
  expect(learned).toMatchObject({ known: true, value: { gaps: [] } });
  expect(learned.known && learned.value.clusters).toHaveLength(2);
  expect(learned.known && learned.value.clusters).toEqual(expect.arrayContaining([PROD, tools]));
});

it('keeps what it knows where another place cannot be asked', async () => {
  const learned = await readFact('ecsClusters', anIncident(), (estate) => {
    estate.deniedToReader = { '123456789012': ['ecs:ListClusters'] };
  });
  const denied = { fact: 'ecsClusters', reason: 'denied', action: 'ecs:ListClusters', account: '123456789012' };
  expect(learned).toMatchObject({ known: true, value: { clusters: [PROD] } });
  expect(learned.known && learned.value.gaps).toEqual([
    expect.objectContaining({ ...denied, region: 'us-east-1' }),
    expect.objectContaining({ ...denied, region: 'eu-west-1' }),
  ]);
});

it('places a gap where the search was, though it arose before any place was asked', async () => {
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS.map((account) => ({ ...account, readRole: null })),
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: () => Promise.reject(Object.assign(new Error('planted'), { name: 'CredentialsProviderError' })),
  });
  const learned = await new AwsFactSource(identities, new CallMeter()).learn('ecsClusters', anIncident());
  const places = SANDBOX_ACCOUNTS.flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })));
  expect(learned).toMatchObject({
    known: true,
    value: { clusters: [], gaps: places.map((place) => ({ ...place, reason: 'no-credentials' })) },
  });
});
