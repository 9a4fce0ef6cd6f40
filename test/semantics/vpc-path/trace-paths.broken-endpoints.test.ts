import { describe } from 'vitest';
import {
  allow,
  allowGroup,
  allowList,
  aQuery,
  endpointsNetwork,
  entry,
  OPEN_ACL,
  S3_LIST,
  S3_ROUTE,
  withAcl,
  withEndpoint,
  withGroup,
  withoutEndpoint,
  withRoutes,
  withVpc,
} from '../../support/network.ts';
import { ecrLegs, everyLeg } from './outcomes.ts';

import { A_POLICY, type Broken, DENIED, INGRESS_HTTPS_ONLY, testBroken } from './broken-network.ts';

const isolated = endpointsNetwork();
const NO_ANSWER_OF_S3 = [
  ...OPEN_ACL,
  entry(50, 'ingress', 'deny', '52.0.0.0/8'),
  entry(51, 'ingress', 'deny', '3.0.0.0/8'),
];

const ISOLATED: readonly Broken[] = [
  {
    name: 'no name is answered',
    estate: withVpc(isolated, { dnsSupport: false }),
    expected: everyLeg('vpc-dns: dns-support-off'),
  },
  {
    name: 'host names are off, so that no private name is answered',
    estate: withVpc(isolated, { dnsHostnames: false }),
    expected: ecrLegs('private-dns: dns-hostnames-off'),
  },
  {
    name: 'ecr.api has no private DNS',
    estate: withEndpoint(isolated, 'vpce-api', { privateDnsEnabled: false }),
    expected: { token: 'private-dns: private-dns-off' },
  },
  {
    name: 'ecr.dkr has no private DNS',
    estate: withEndpoint(isolated, 'vpce-dkr', { privateDnsEnabled: false }),
    expected: { manifest: 'private-dns: private-dns-off' },
  },
  {
    name: 'ecr.api is missing',
    estate: withoutEndpoint(isolated, 'vpce-api'),
    expected: { token: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.dkr is missing',
    estate: withoutEndpoint(isolated, 'vpce-dkr'),
    expected: { manifest: 'endpoint: missing-endpoint' },
  },
  {
    name: 'S3 is missing',
    estate: withRoutes(withoutEndpoint(isolated, 'vpce-s3'), 'rtb-task', []),
    expected: { layers: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.dkr is for another Region',
    estate: withEndpoint(isolated, 'vpce-dkr', { service: 'com.amazonaws.us-east-1.ecr.dkr' }),
    expected: { manifest: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.dkr was deleted and lingers',
    estate: withEndpoint(isolated, 'vpce-dkr', { state: 'deleted' }),
    expected: { manifest: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.api is still pending',
    estate: withEndpoint(isolated, 'vpce-api', { state: 'pending' }),
    expected: { token: 'endpoint: endpoint-not-available' },
  },
  {
    name: 'ecr.dkr failed',
    estate: withEndpoint(isolated, 'vpce-dkr', { state: 'failed' }),
    expected: { manifest: 'endpoint: endpoint-not-available' },
  },
  {
    name: 'S3 is being deleted',
    estate: withEndpoint(isolated, 'vpce-s3', { state: 'deleting' }),
    expected: { layers: 'endpoint: endpoint-not-available' },
  },
  {
    name: 'ecr.dkr has no interface',
    estate: withEndpoint(isolated, 'vpce-dkr', { subnets: [] }),
    expected: { manifest: 'endpoint-zone: endpoint-has-no-interface' },
  },
  {
    name: 'the task may not dial the endpoints',
    estate: withGroup(isolated, 'sg-task', { egress: [allowList(S3_LIST)] }),
    expected: ecrLegs('egress-rule: no-egress-to-endpoint'),
  },
  {
    name: 'the task may not dial S3',
    estate: withGroup(isolated, 'sg-task', { egress: [allowGroup('sg-endpoints')] }),
    expected: { layers: 'egress-rule: no-egress-to-prefix-list' },
  },
  {
    name: 'the task may dial S3 at port 80 only',
    estate: withGroup(isolated, 'sg-task', {
      egress: [allowGroup('sg-endpoints'), { ...allowList(S3_LIST), ports: { from: 80, to: 80 } }],
    }),
    expected: { layers: 'egress-rule: no-egress-to-prefix-list' },
  },
  {
    name: 'the task has no outbound rule',
    estate: withGroup(isolated, 'sg-task', { egress: [] }),
    expected: { ...ecrLegs('egress-rule: no-egress-to-endpoint'), layers: 'egress-rule: no-egress-to-prefix-list' },
  },
  {
    name: 'the subnet lets no answer in',
    estate: withAcl(isolated, 'acl-task', INGRESS_HTTPS_ONLY),
    expected: everyLeg('acl-in: acl-blocks-return'),
  },
  {
    name: 'the subnet lets no request out',
    estate: withAcl(isolated, 'acl-task', [entry(100, 'ingress', 'allow')]),
    expected: everyLeg('acl-out: acl-blocks-request'),
  },
  {
    name: 'the subnet denies before it allows',
    estate: withAcl(isolated, 'acl-task', [...OPEN_ACL, entry(99, 'egress', 'deny')]),
    expected: everyLeg('acl-out: acl-blocks-request'),
  },
  {
    name: 'the subnet lets no answer of S3 in',
    estate: withAcl(isolated, 'acl-task', NO_ANSWER_OF_S3),
    expected: { layers: 'acl-in: acl-blocks-return' },
  },
  {
    name: "the endpoints' subnets let no request in",
    estate: withAcl(isolated, 'acl-endpoints', [entry(100, 'egress', 'allow')]),
    expected: ecrLegs('acl-in: acl-blocks-request'),
  },
  {
    name: "the endpoints' subnets let no answer out",
    estate: withAcl(isolated, 'acl-endpoints', [entry(100, 'ingress', 'allow')]),
    expected: ecrLegs('acl-out: acl-blocks-return'),
  },
  {
    name: 'S3 is on the main table only, and the subnet has its own',
    estate: withRoutes(withRoutes(isolated, 'rtb-main', [S3_ROUTE]), 'rtb-task', []),
    expected: { layers: 'route: s3-endpoint-not-on-route-table' },
  },
  {
    name: 'the route to S3 is a blackhole',
    estate: withRoutes(isolated, 'rtb-task', [{ ...S3_ROUTE, state: 'blackhole' }]),
    expected: { layers: 'route: blackhole-route' },
  },
  {
    name: 'the endpoints let nobody in',
    estate: withGroup(isolated, 'sg-endpoints', { ingress: [] }),
    expected: ecrLegs('endpoint-ingress: endpoint-sg-closed'),
  },
  {
    name: 'the endpoints wear a default group that admits only itself',
    estate: withGroup(isolated, 'sg-endpoints', { ingress: [allowGroup('sg-endpoints')] }),
    expected: ecrLegs('endpoint-ingress: endpoint-sg-closed'),
  },
  {
    name: 'the endpoints admit another subnet',
    estate: withGroup(isolated, 'sg-endpoints', { ingress: [allow('10.0.2.0/24')] }),
    expected: ecrLegs('endpoint-ingress: endpoint-sg-closed'),
  },
  {
    name: 'the policy of ecr.api denies',
    estate: withEndpoint(isolated, 'vpce-api', A_POLICY),
    policyAllows: DENIED,
    expected: { token: 'endpoint-policy: endpoint-policy-denies' },
  },
  {
    name: 'the policy of ecr.dkr denies',
    estate: withEndpoint(isolated, 'vpce-dkr', A_POLICY),
    policyAllows: DENIED,
    expected: { manifest: 'endpoint-policy: endpoint-policy-denies' },
  },
  {
    name: 'the policy of S3 forgets the bucket of layers',
    estate: withEndpoint(isolated, 'vpce-s3', A_POLICY),
    policyAllows: DENIED,
    expected: { layers: 'endpoint-policy: endpoint-policy-denies' },
  },
];

describe('a network with endpoints only', () => {
  testBroken(isolated, aQuery(), ISOLATED);
});
