import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import { blockedAt, LEGS, type Leg, type PathQuery } from '../../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths, traceSidePath } from '../../../src/semantics/vpc-path/trace-paths.ts';
import {
  allow,
  allowGroup,
  anEndpoint,
  anEstate,
  aQuery,
  endpointsNetwork,
  ipv6Network,
  mixedNetwork,
  natNetwork,
  publicNetwork,
  S3_LIST,
  withEndpoint,
  withGroup,
  withoutEndpoint,
  listOf,
} from '../../support/network.ts';
import { ALLOW_ALL, ecrLegs, everyLeg, outcomeOf, outcomes, type Outcome } from './outcomes.ts';

interface Healthy {
  readonly name: string;
  readonly estate: NetworkEstate;
  readonly query?: Partial<PathQuery>;
  readonly expected: Record<Leg, Outcome>;
}

const BY_ENDPOINTS: Record<Leg, Outcome> = { ...ecrLegs('interface-endpoint'), layers: 'gateway-endpoint' };

const HEALTHY: readonly Healthy[] = [
  { name: 'with a NAT gateway', estate: natNetwork(), expected: everyLeg('nat-gateway') },
  { name: 'with endpoints only', estate: endpointsNetwork(), expected: BY_ENDPOINTS },
  { name: 'with a public address', estate: publicNetwork(), expected: everyLeg('internet-gateway') },
  { name: 'with a NAT gateway and endpoints', estate: mixedNetwork(), expected: BY_ENDPOINTS },
  {
    name: 'with IPv6 and the dual-stack host',
    estate: ipv6Network(),
    query: { ipFamily: 'ipv6', hostForm: 'dual-stack' },
    expected: everyLeg('egress-only-gateway'),
  },
  {
    name: 'with an interface endpoint for S3 in place of a gateway',
    estate: {
      ...withGroup(endpointsNetwork(), 'sg-task', { egress: [allowGroup('sg-endpoints')] }),
      endpoints: [anEndpoint('ecr.api'), anEndpoint('ecr.dkr'), anEndpoint('s3')],
    },
    expected: everyLeg('interface-endpoint'),
  },
  {
    name: 'with an interface endpoint for S3 that serves the inbound resolver only',
    estate: {
      ...endpointsNetwork(),
      endpoints: [
        anEndpoint('s3', { id: 'vpce-s3-onprem', privateDnsOnlyForInboundResolver: true }),
        ...listOf(endpointsNetwork().endpoints),
      ],
    },
    expected: BY_ENDPOINTS,
  },
  {
    name: 'with endpoints in another zone only',
    estate: withEndpoint(
      withEndpoint(endpointsNetwork(), 'vpce-api', { subnets: ['subnet-endpoints-b'] }),
      'vpce-dkr',
      { subnets: ['subnet-endpoints-b'] },
    ),
    expected: BY_ENDPOINTS,
  },
  {
    name: 'of Fargate 1.3, whose token AWS fetches',
    estate: natNetwork(),
    query: { platform: 'fargate-1.3' },
    expected: { ...everyLeg('nat-gateway'), token: 'aws-network' },
  },
  {
    name: 'of Fargate 1.3 without ecr.api',
    estate: withoutEndpoint(endpointsNetwork(), 'vpce-api'),
    query: { platform: 'fargate-1.3' },
    expected: { ...BY_ENDPOINTS, token: 'aws-network' },
  },
  {
    name: 'of Lambda, which pulls from elsewhere',
    estate: anEstate(),
    query: { platform: 'lambda' },
    expected: everyLeg('aws-network'),
  },
];

describe('a healthy network', () => {
  it.each(HEALTHY)('$name carries every leg', ({ estate, query, expected }) => {
    expect(outcomes(estate, aQuery(query))).toEqual(expected);
  });

  it.each(HEALTHY)('$name has no hop that is blocked or unknown', ({ estate, query }) => {
    const hops = Object.values(tracePaths(estate, aQuery(query), ALLOW_ALL)).flatMap((path) => path.hops);
    expect(hops.filter(({ verdict }) => verdict === 'blocked' || verdict === 'unknown')).toEqual([]);
  });

  it('names its hops in the order in which they must be right', () => {
    const { manifest, layers } = tracePaths(endpointsNetwork(), aQuery(), ALLOW_ALL);
    expect(manifest.hops.map(({ kind }) => kind)).toEqual([
      'vpc-dns',
      'private-dns',
      'endpoint',
      'endpoint-zone',
      'egress-rule',
      'acl-out',
      'acl-in',
      'acl-in',
      'acl-out',
      'route',
      'endpoint-ingress',
      'endpoint-policy',
    ]);
    expect(layers.hops.map(({ kind }) => kind)).toEqual([
      'vpc-dns',
      'private-dns',
      'endpoint',
      'egress-rule',
      'acl-out',
      'acl-in',
      'route',
      'endpoint-policy',
    ]);
  });
});

describe('published cases', () => {
  it('a group without the S3 prefix list stops the layers, and neither the route table nor a policy is to blame', () => {
    // A blog of 12 November 2025: AWS's runbook named a repository policy and a route table instead.
    const estate = withGroup(endpointsNetwork(), 'sg-task', { egress: [allow('10.0.0.0/16')] });
    const { token, manifest, layers } = tracePaths(estate, aQuery(), ALLOW_ALL);
    expect([token.verdict, manifest.verdict]).toEqual(['reachable', 'reachable']);
    expect(layers.hops.filter(({ verdict }) => verdict === 'blocked')).toEqual([
      {
        kind: 'egress-rule',
        subject: 'sg-task',
        verdict: 'blocked',
        reason: 'no-egress-to-prefix-list',
        detail: { prefixList: S3_LIST },
      },
    ]);
  });

  it('endpoints make a NAT gateway unnecessary, and the route table is not to blame', () => {
    const { token, manifest, layers } = tracePaths(endpointsNetwork(), aQuery(), ALLOW_ALL);
    expect([token, manifest, layers].map(({ verdict }) => verdict)).toEqual(['reachable', 'reachable', 'reachable']);
    expect(token.hops.find(({ kind }) => kind === 'route')).toMatchObject({
      verdict: 'not-needed',
      reason: 'local-route',
    });
  });
});

describe('two things broken', () => {
  it('are both there, and the first in order is named', () => {
    const shut = withGroup(withGroup(endpointsNetwork(), 'sg-task', { egress: [] }), 'sg-endpoints', { ingress: [] });
    const { token } = tracePaths(shut, aQuery(), ALLOW_ALL);
    expect(blockedAt(token)?.reason).toBe('no-egress-to-endpoint');
    expect(token.hops.filter(({ verdict }) => verdict === 'blocked').map(({ kind }) => kind)).toEqual([
      'egress-rule',
      'endpoint-ingress',
    ]);
  });

  it('an endpoint that would not help either is not blamed for being unused', () => {
    const unused = withEndpoint(withGroup(endpointsNetwork(), 'sg-task', { egress: [] }), 'vpce-dkr', {
      privateDnsEnabled: false,
    });
    expect(outcomes(unused).manifest).toBe('egress-rule: no-egress-to-internet');
  });
});

describe('services besides the pull', () => {
  it('are reached as the legs are', () => {
    expect(outcomeOf(traceSidePath(natNetwork(), aQuery(), 'logs', ALLOW_ALL))).toBe('nat-gateway');
    expect(outcomeOf(traceSidePath(endpointsNetwork(), aQuery(), 'logs', ALLOW_ALL))).toBe(
      'endpoint: missing-endpoint',
    );
    const logs = anEndpoint('logs');
    expect(outcomeOf(traceSidePath({ ...natNetwork(), endpoints: [logs] }, aQuery(), 'logs', ALLOW_ALL))).toBe(
      'interface-endpoint',
    );
    const narrowed = { ...natNetwork(), endpoints: [{ ...logs, policy: { text: '{}' } }] };
    expect(outcomeOf(traceSidePath(narrowed, aQuery(), 'logs', ALLOW_ALL))).toBe('interface-endpoint');
    expect(outcomeOf(traceSidePath(narrowed, aQuery(), 'logs', () => 'unknown'))).toBe(
      'endpoint-policy: endpoint-policy-undecided?',
    );
  });

  it('no leg is left out', () => {
    expect(Object.keys(tracePaths(natNetwork(), aQuery(), ALLOW_ALL))).toEqual([...LEGS]);
  });
});
