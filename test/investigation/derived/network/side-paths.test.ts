import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../../src/domain/network-estate.ts';
import type { EcsWorkload, SideNeed } from '../../../../src/domain/facts/puller.ts';
import type { Puller } from '../../../../src/domain/puller.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { aPuller, aWorkload } from '../../../support/facts.ts';
import { FakeFactSource } from '../../../support/fake-fact-source.ts';
import { ACCOUNT, anEndpoint, endpointsNetwork, natNetwork, REGION, withVpc } from '../../../support/network.ts';

const PLACE = { account: ACCOUNT, region: REGION };
const LOGS: SideNeed = {
  service: 'logs',
  region: REGION,
  action: 'logs:CreateLogStream',
  resources: [`arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/ecs/checkout:log-stream:app`],
};
const SECRET: SideNeed = {
  service: 'secretsmanager',
  region: REGION,
  action: 'secretsmanager:GetSecretValue',
  resources: [`arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:database-AbCdEf`],
};

const network = (estate: NetworkEstate): NetworkEstate => withVpc(estate, { privateZones: [] });

async function verdicts(
  estate: NetworkEstate,
  sideServices: readonly SideNeed[],
  workload: Partial<EcsWorkload> = {},
  puller: Partial<Puller> = {},
) {
  const facts = {
    workload: aWorkload({ ...PLACE, sideServices, ...workload }),
    puller: aPuller({ ...PLACE, ...puller }),
    pullerRoles: [],
    network: { estates: [network(estate)], gaps: [] },
  };
  const learned = await withDerivedFacts(new FakeFactSource(facts)).learn('sidePaths', anIncident());
  if (!learned.known) throw new Error(`a gap: ${JSON.stringify(learned.gap)}`);
  return learned.value.map(({ service, verdict }) => `${service} ${verdict}`);
}

/** The network of endpoints with one more of CloudWatch Logs, of this policy. */
const withLogs = (statement: object | null): NetworkEstate => {
  const policy =
    statement === null ? null : { text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) };
  const { endpoints } = endpointsNetwork();
  const logs = anEndpoint('logs', { policy });
  return { ...endpointsNetwork(), endpoints: endpoints === 'unknown' ? 'unknown' : [...endpoints, logs] };
};
const ALL = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

describe('the ways to what a task needs besides', () => {
  it('are open through NAT, and shut where endpoints are the only way and there is none of it', async () => {
    expect(await verdicts(natNetwork(), [LOGS, SECRET])).toEqual(['logs reachable', 'secretsmanager reachable']);
    expect(await verdicts(endpointsNetwork(), [LOGS])).toEqual(['logs blocked']);
  });

  it('lead elsewhere in another Region', async () => {
    expect(await verdicts(withLogs(null), [LOGS, { ...LOGS, region: 'us-east-1' }])).toEqual([
      'logs reachable',
      'logs blocked',
    ]);
  });

  it.each([
    ['reachable', 'none was given', null],
    ['reachable', 'it allows everything', ALL],
    ['reachable', 'it allows the group', { ...ALL, Resource: `arn:aws:logs:*:*:log-group:/ecs/*` }],
    ['unknown', 'it allows other groups', { ...ALL, Resource: `arn:aws:logs:*:*:log-group:/other/*` }],
    ['unknown', 'it allows another role', { ...ALL, Principal: { AWS: 'arn:aws:iam::111122223333:role/x' } }],
  ] as const)('are %s by a policy of the endpoint when %s', async (verdict, _when, statement) => {
    expect(await verdicts(withLogs(statement), [LOGS])).toEqual([`logs ${verdict}`]);
  });

  it('are none of the task’s for secrets before platform version 1.4', async () => {
    expect(await verdicts(endpointsNetwork(), [LOGS, SECRET], { platformVersion: '1.3.0' })).toEqual(['logs blocked']);
  });

  it('are none where no task of ECS pulls, or needs anything', async () => {
    expect(await verdicts(endpointsNetwork(), [])).toEqual([]);
    expect(await verdicts(endpointsNetwork(), [LOGS], {}, { kind: 'eks-node' })).toEqual([]);
  });
});
