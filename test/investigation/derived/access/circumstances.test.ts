import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { NetworkEstate } from '../../../../src/domain/network-estate.ts';
import type { PullerRole } from '../../../../src/domain/facts/puller.ts';
import { pullAccess } from '../../../../src/investigation/derived/access/pull-access.ts';
import { tokenAccess } from '../../../../src/investigation/derived/access/token-access.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { aPuller, aWorkload } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';
import { ACCOUNT, endpointsNetwork, natNetwork, REGION, withSource, withVpc } from '../../../support/network.ts';

const READER = '444455556666';
const ROLE = `arn:aws:iam::${READER}:role/checkout-exec`;
const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const incident = anIncident({
  image: { ...anImage(), registry: { kind: 'ecr', host: HOST, account: ACCOUNT, region: REGION } },
});

const text = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const role = (more: object = {}): PullerRole => ({
  arn: ROLE,
  account: READER,
  source: 'execution-role',
  exists: true,
  trustPolicy: null,
  policies: [{ name: 'inline policy pull', text: text({ Effect: 'Allow', Action: 'ecr:*', Resource: '*', ...more }) }],
  permissionsBoundary: null,
  tags: {},
});

const read = (estate: NetworkEstate): NetworkEstate => withVpc(estate, { privateZones: [] });

interface Case {
  readonly estates?: readonly NetworkEstate[];
  /** What the repository's grant asks for. */
  readonly condition?: object;
  /** What the role's own policy asks for. */
  readonly own?: object;
  readonly launchType?: 'FARGATE' | 'EXTERNAL';
  readonly organization?: string | null;
}

function source({
  estates = [],
  condition = {},
  own = {},
  launchType = 'FARGATE',
  organization = null,
}: Case): FakeFactSource {
  const grant = { Effect: 'Allow', Principal: { AWS: READER }, Action: 'ecr:*', Condition: condition };
  const facts: Partial<Facts> = {
    pullerRoles: [role(own)],
    puller: aPuller({ kind: 'fargate-task', roles: [{ arn: ROLE, source: 'execution-role' }] }),
    workload: aWorkload({ launchType }),
    network: { estates, gaps: [] },
    repositoryPolicy: { name: 'repository policy', text: text(grant) },
    registryPolicy: null,
    organization,
    controlPolicies: { service: 'not-asked', resource: 'not-asked' },
  };
  return new FakeFactSource(facts);
}

async function pull(example: Case) {
  const learned = await pullAccess.derive((name) => source(example).learn(name), incident);
  return learned.known ? learned.value.actions[0] : undefined;
}

describe('a repository that asks where the pull comes from', () => {
  const endpoints = read(endpointsNetwork());
  const nat = read(natNetwork());

  it.each([
    ['the endpoint that carries it', [endpoints], { StringEquals: { 'aws:SourceVpce': 'vpce-dkr' } }, 'allowed'],
    ['the endpoint of the token', [endpoints], { StringEquals: { 'aws:SourceVpce': 'vpce-api' } }, 'denied'],
    ['its VPC', [endpoints], { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, 'allowed'],
    ['a public address, through an endpoint', [endpoints], { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, 'denied'],
    ['an endpoint, through NAT', [nat], { StringEquals: { 'aws:SourceVpce': 'vpce-dkr' } }, 'denied'],
    ['no endpoint, through NAT', [nat], { Null: { 'aws:SourceVpce': 'true' } }, 'allowed'],
    [
      'a public address, through NAT: which one is not read',
      [nat],
      { IpAddress: { 'aws:SourceIp': '203.0.113.1/32' } },
      'unknown',
    ],
    [
      'an endpoint, and only one of two subnets uses it',
      [endpoints, nat],
      { StringEquals: { 'aws:SourceVpce': 'vpce-dkr' } },
      'unknown',
    ],
    ['an endpoint, and no network is known', [], { StringEquals: { 'aws:SourceVpce': 'vpce-dkr' } }, 'unknown'],
    ['a tag that the role does not have', [nat], { StringEquals: { 'aws:PrincipalTag/team': 'shop' } }, 'denied'],
  ])('asks for %s', async (_what, estates, condition, outcome) => {
    expect((await pull({ estates, condition }))?.outcome).toBe(outcome);
  });

  it('goes several ways alike where both subnets do', async () => {
    const other = withSource(nat, { id: 'eni-2' });
    const condition = { StringEquals: { 'aws:SourceVpce': 'vpce-dkr' } };
    expect((await pull({ estates: [nat, other], condition }))?.outcome).toBe('denied');
  });

  it.each([
    ['not seen to its end', { ...nat, routeTables: 'unknown' as const }],
    [
      'shut',
      {
        ...nat,
        natGateways:
          nat.natGateways === 'unknown' ? [] : nat.natGateways.map((each) => ({ ...each, state: 'failed' as const })),
      },
    ],
  ])('leaves open what comes along a way that is %s', async (_how, estate) => {
    const condition = { Null: { 'aws:SourceVpce': 'true' } };
    expect((await pull({ estates: [estate], condition }))?.outcome).toBe('unknown');
  });

  it('says what the request lacks', async () => {
    const condition = { StringEquals: { 'aws:SourceVpce': 'vpce-dkr' } };
    expect((await pull({ estates: [nat], condition }))?.lack?.nearly).toMatchObject([
      { fails: ['condition'], conditions: [{ key: 'aws:SourceVpce', actual: 'absent' }] },
    ]);
  });
});

describe('a repository that is open to one organization', () => {
  const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } };

  it.each([
    ['o-ours', 'allowed'],
    ['o-theirs', 'denied'],
    [null, 'denied'],
  ] as const)('where the puller is of %s: %s', async (organization, outcome) => {
    expect((await pull({ condition, organization }))?.outcome).toBe(outcome);
  });

  it('and to one endpoint is judged by both', async () => {
    const both = { StringEquals: { 'aws:PrincipalOrgID': 'o-ours', 'aws:SourceVpce': 'vpce-dkr' } };
    const estates = [read(endpointsNetwork())];
    expect((await pull({ condition: both, organization: 'o-ours', estates }))?.outcome).toBe('allowed');
    expect((await pull({ condition: both, organization: 'o-ours', estates: [read(natNetwork())] }))?.outcome).toBe(
      'denied',
    );
  });
});

it('looks at the network only where a decision hangs on it', async () => {
  const facts = source({ estates: [read(natNetwork())] });
  await pullAccess.derive((name) => facts.learn(name), incident);
  expect(facts.asked).not.toContain('network');
});

it('leaves open what a network that could not be read hides', async () => {
  const condition = { StringEquals: { 'aws:SourceVpce': 'vpce-dkr' } };
  const known = source({ condition });
  const gaps = new FakeFactSource({}, [aGap('network')]);
  const learned = await pullAccess.derive(
    (name) => (name === 'network' ? gaps.learn(name) : known.learn(name)),
    incident,
  );
  expect(learned).toMatchObject({ known: true, value: { actions: [{ outcome: 'unknown' }, {}] } });
});

describe('a policy that asks where a token is fetched from', () => {
  const own = { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };
  const token = async (example: Case) => {
    const learned = await tokenAccess.derive((name) => source(example).learn(name), incident);
    return learned.known ? learned.value?.actions[0]?.outcome : undefined;
  };

  it('never holds on Fargate, which fetches it out of a network of AWS’s own', async () => {
    expect(await token({ own, estates: [read(endpointsNetwork())] })).toBe('denied');
  });

  it('holds elsewhere where an endpoint carries it', async () => {
    expect(await token({ own, estates: [read(endpointsNetwork())], launchType: 'EXTERNAL' })).toBe('allowed');
    expect(await token({ own, estates: [read(natNetwork())], launchType: 'EXTERNAL' })).toBe('denied');
  });
});
