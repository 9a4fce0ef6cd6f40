import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../src/domain/incident.ts';
import { traceNetworkPaths } from '../../../../src/investigation/derived/network/network-paths.ts';
import type { PullWay } from '../../../../src/investigation/derived/network/pull-way.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import {
  ACCOUNT,
  endpointsNetwork,
  natNetwork,
  REGION,
  withEndpoint,
  withRoutes,
  withSource,
  withVpc,
} from '../../../support/network.ts';

const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const image = (host = HOST) => ({
  ...anImage(),
  registry: { kind: 'ecr' as const, host, account: ACCOUNT, region: REGION },
});
const incident = (connection: Partial<Connection> | null = null, host = HOST) =>
  anIncident({
    image: image(host),
    connection:
      connection === null ? null : { host: null, address: null, port: 443, leg: null, addressOf: null, ...connection },
  });
const EXECUTION = 'arn:aws:iam::123456789012:role/checkout-exec';
const workload = (parts: Partial<PullWay> = {}): PullWay => ({
  platform: 'fargate-1.4+',
  os: 'linux',
  roles: [EXECUTION],
  ...parts,
});

const unread = (estate = natNetwork()) => withVpc(estate, { privateZones: [] });
const verdicts = (paths: ReturnType<typeof traceNetworkPaths>) => paths[0]?.legs.map(({ verdict }) => verdict);
const nameHops = (paths: ReturnType<typeof traceNetworkPaths>, leg: string) =>
  paths[0]?.legs
    .find((each) => each.leg === leg)
    ?.hops.filter(({ kind }) => kind === 'private-dns')
    .map(({ reason }) => reason);

describe('the ways of a pull', () => {
  it('get through a healthy network', () => {
    expect(verdicts(traceNetworkPaths([unread()], workload(), incident()))).toEqual([
      'reachable',
      'reachable',
      'reachable',
    ]);
  });

  it('come with the worst subnet first', () => {
    const shut = withSource(withRoutes(natNetwork(), 'rtb-task', []), { subnet: 'subnet-task' });
    const unsure = { ...natNetwork(), networkAcls: 'unknown' as const };
    const paths = traceNetworkPaths([unread(natNetwork()), unread(unsure), unread(shut)], workload(), incident());
    expect(paths.map(({ legs }) => legs[0]?.verdict)).toEqual(['blocked', 'unknown', 'reachable']);
  });

  it.each([
    ['fargate-1.3', 'aws-network'],
    ['fargate-1.4+', 'nat-gateway'],
    ['ec2-instance', 'nat-gateway'],
    ['eks-node', 'nat-gateway'],
  ] as const)('on %s fetch the token by %s', (platform, via) => {
    expect(traceNetworkPaths([unread()], workload({ platform }), incident())[0]?.legs[0]?.via).toBe(via);
  });

  it.each([
    [HOST, 'endpoint-captures-name'],
    [`${ACCOUNT}.dkr-ecr.${REGION}.on.aws`, 'endpoint-may-not-serve-this-host-form'],
    [`${ACCOUNT}.dkr.ecr-fips.${REGION}.amazonaws.com`, 'endpoint-may-not-serve-this-host-form'],
  ])('of host %s are judged by its form: %s', (host, reason) => {
    expect(
      nameHops(traceNetworkPaths([unread(endpointsNetwork())], workload(), incident(null, host)), 'manifest'),
    ).toEqual([reason]);
  });
});

describe('an address in the message', () => {
  it('is believed when it leads to an endpoint that this network does not have', () => {
    const paths = traceNetworkPaths(
      [unread()],
      workload(),
      incident({ leg: 'manifest', address: '10.99.0.7', addressOf: 'private' }),
    );
    expect(nameHops(paths, 'manifest')).toEqual(['dialled-address-is-unseen-endpoint']);
    expect(verdicts(paths)).toEqual(['reachable', 'unknown', 'reachable']);
  });

  it('is believed when it is private and not the endpoint’s own', () => {
    const estate = withEndpoint(endpointsNetwork(), 'vpce-dkr', { addresses: ['10.0.8.7'] });
    const paths = traceNetworkPaths(
      [unread(estate)],
      workload(),
      incident({ leg: 'manifest', address: '10.99.0.7', addressOf: 'private' }),
    );
    expect(nameHops(paths, 'manifest')).toEqual(['dialled-address-is-unseen-endpoint']);
  });

  it('is believed when no interface of the endpoint could have it, though nobody read their addresses', () => {
    const estate = withEndpoint(endpointsNetwork(), 'vpce-dkr', { addresses: 'unknown' });
    const led = (address: string) =>
      nameHops(
        traceNetworkPaths([unread(estate)], workload(), incident({ leg: 'manifest', address, addressOf: 'private' })),
        'manifest',
      );
    expect(led('10.99.0.7')).toEqual(['dialled-address-is-unseen-endpoint']);
    expect(led('10.0.8.7')).toEqual(['endpoint-captures-name']);
    expect(led('fe80::1%eth0')).toEqual(['endpoint-captures-name']);
  });

  it('is believed when it leads past an endpoint that should have been dialled', () => {
    const paths = traceNetworkPaths(
      [unread(endpointsNetwork())],
      workload(),
      incident({ leg: 'manifest', address: '52.94.1.1', addressOf: 'ecr' }),
    );
    expect(nameHops(paths, 'manifest')).toEqual(['name-leads-past-endpoint']);
    // Whether the endpoint was made since, or is passed by to this day, nobody knows: there is no verdict.
    expect(verdicts(paths)).toEqual(['reachable', 'unknown', 'reachable']);
  });

  it.each([
    ['the endpoint’s own', { leg: 'manifest', address: '10.0.8.7', addressOf: 'private' }],
    ['of unknown owner', { leg: 'manifest', address: '10.99.0.7', addressOf: 'unknown' }],
    ['that is missing', { leg: 'manifest', addressOf: null }],
  ] as const)('changes nothing when it is %s', (_name, connection) => {
    const estates = [unread(endpointsNetwork())];
    expect(traceNetworkPaths(estates, workload(), incident(connection))).toEqual(
      traceNetworkPaths(estates, workload(), incident()),
    );
  });
});

describe('the policy of an endpoint', () => {
  const answer = (id: string, policy: object, roles: readonly string[] = [EXECUTION]) => {
    const estate = withEndpoint(unread(endpointsNetwork()), id, {
      policy: { text: JSON.stringify({ Version: '2012-10-17', Statement: [policy] }) },
    });
    const legs = traceNetworkPaths([estate], workload({ roles }), incident())[0]?.legs ?? [];
    return legs
      .flatMap(({ hops }) => hops)
      .filter(({ kind, subject }) => kind === 'endpoint-policy' && subject === id)
      .map(({ reason }) => reason)[0];
  };
  const allow = (parts: object) => ({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...parts });
  const BUCKET = `arn:aws:s3:::prod-${REGION}-starport-layer-bucket/*`;

  it.each([
    ['allows', 'everything', 'vpce-dkr', allow({})],
    [
      'allows',
      'our own role',
      'vpce-dkr',
      allow({ Principal: { AWS: 'arn:aws:iam::123456789012:role/checkout-exec' } }),
    ],
    [
      'allows',
      'our own account',
      'vpce-dkr',
      allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } }),
    ],
    [
      'allows',
      'the VPC that we come from',
      'vpce-api',
      allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
    ],
    ['denies', 'another role', 'vpce-dkr', allow({ Principal: { AWS: 'arn:aws:iam::123456789012:role/other' } })],
    [
      'denies',
      'another repository',
      'vpce-dkr',
      allow({ Resource: `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/other` }),
    ],
    ['denies', 'a token for nobody', 'vpce-api', allow({ Action: 'ecr:BatchGetImage' })],
    ['denies', 'one of two actions', 'vpce-dkr', allow({ Action: 'ecr:BatchGetImage' })],
    [
      'undecided',
      'an organization that nobody read',
      'vpce-dkr',
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    ],
    ['allows', 'the bucket of layers', 'vpce-s3', allow({ Action: 's3:GetObject', Resource: BUCKET })],
    ['denies', 'our own buckets', 'vpce-s3', allow({ Resource: 'arn:aws:s3:::ours/*' })],
    [
      'denies',
      'layers to our own account, whose URL AWS signed',
      'vpce-s3',
      allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } }),
    ],
    [
      'denies',
      'layers to our own organization, whose URL AWS signed',
      'vpce-s3',
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    ],
    [
      'denies',
      'buckets of our own account',
      'vpce-s3',
      allow({ Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNT } } }),
    ],
  ])('%s, when it names %s', (expected, _what, id, statement) => {
    expect(answer(id, statement)).toBe(`endpoint-policy-${expected}`);
  });

  it('is open where one that may be asking is let through, and another is not', () => {
    const own = allow({ Principal: { AWS: EXECUTION } });
    const instances = 'arn:aws:iam::123456789012:role/instances';
    expect(answer('vpce-dkr', own, [EXECUTION, instances])).toBe('endpoint-policy-undecided');
    expect(answer('vpce-dkr', allow({}), [EXECUTION, instances])).toBe('endpoint-policy-allows');
  });

  it('means nobody by a role when the task has none', () => {
    expect(answer('vpce-dkr', allow({}), [])).toBe('endpoint-policy-allows');
    expect(answer('vpce-dkr', allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } }), [])).toBe(
      'endpoint-policy-denies',
    );
  });
});
