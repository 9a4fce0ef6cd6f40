import { expect, it } from 'vitest';
import type { NetworkEstate } from '../../../../src/domain/network-estate.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { FakeFactSource } from '../../../support/fake-fact-source.ts';
import { aPuller, aRule, aWorkload } from '../../../support/facts.ts';
import { ACCOUNT, endpointsNetwork, natNetwork, REGION } from '../../../support/network.ts';

const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const registry = { kind: 'ecr' as const, host: HOST, account: ACCOUNT, region: REGION };
const PLACE = { account: ACCOUNT, region: REGION };
const workload = aWorkload(PLACE);
const puller = aPuller(PLACE);

const learn = (...estates: NetworkEstate[]) => {
  const facts = { importingRule: aRule(), workload, puller, pullerRoles: [], network: { estates, gaps: [] } };
  return withDerivedFacts(new FakeFactSource(facts)).learn(
    'upstreamPaths',
    anIncident({ image: { ...anImage(), registry } }),
  );
};

const bothWays = (): NetworkEstate => ({ ...natNetwork(), endpoints: endpointsNetwork().endpoints });

it.each<[string, NetworkEstate, unknown]>([
  [
    'are shut where endpoints are the only way out',
    endpointsNetwork(),
    [{ legs: [{ leg: 'manifest', verdict: 'blocked' }] }],
  ],
  ['are not asked about where no endpoint is used', natNetwork(), []],
])('%s', async (_title, estate, value) => {
  expect(await learn(estate)).toMatchObject({ known: true, value });
});

it('are open where a NAT gateway stands beside the endpoints', async () => {
  const learned = await learn(bothWays());
  const legs = learned.known ? learned.value.flatMap((each) => each.legs) : [];
  expect(legs.every(({ verdict }) => verdict === 'reachable')).toBe(true);
});

it('are none where nothing is to be imported, whatever the network', async () => {
  const source = withDerivedFacts(new FakeFactSource({ importingRule: null }));
  expect(await source.learn('upstreamPaths', anIncident())).toMatchObject({ known: true, value: [] });
});
