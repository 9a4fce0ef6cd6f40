import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../src/domain/network-estate.ts';
import { describePath } from '../../src/picture/describe-path.ts';
import {
  endpointsNetwork,
  natNetwork,
  publicNetwork,
  route,
  withEndpoint,
  withGroup,
  withoutEndpoint,
  withRoutes,
  withSource,
  withVpc,
} from '../support/network.ts';
import { pathsOf, pathsWith } from '../support/paths.ts';

const SOURCE = 'puller → subnet-task';

describe('describePath', () => {
  it.each<[when: string, estate: NetworkEstate, token: string, layers: string]>([
    [
      'a NAT gateway carries all',
      natNetwork(),
      `Token: ${SOURCE} → sg-task → acl-task → rtb-task → nat-1 → ecr.api: open`,
      `Layers: ${SOURCE} → sg-task → acl-task → rtb-task → nat-1 → S3: open`,
    ],
    [
      'endpoints carry all',
      endpointsNetwork(),
      `Token: ${SOURCE} → sg-task → acl-task → vpce-api → ecr.api: open`,
      `Layers: ${SOURCE} → sg-task → acl-task → rtb-task → vpce-s3 → S3: open`,
    ],
    [
      'the group lets nothing out',
      withGroup(natNetwork(), 'sg-task', { egress: [] }),
      `Token: ${SOURCE}: blocked at sg-task: no egress to internet`,
      `Layers: ${SOURCE}: blocked at sg-task: no egress to internet`,
    ],
    [
      'there is no public address',
      withSource(publicNetwork(), { hasPublicAddress: false }),
      `Token: ${SOURCE} → sg-task → acl-task → rtb-task: blocked at igw-1: no public IP, eni-task`,
      `Layers: ${SOURCE} → sg-task → acl-task → rtb-task: blocked at igw-1: no public IP, eni-task`,
    ],
    [
      'names are not answered',
      withVpc(natNetwork(), { dnsSupport: false }),
      `Token: ${SOURCE}: blocked at the DNS of vpc-1: DNS support off`,
      `Layers: ${SOURCE}: blocked at the DNS of vpc-1: DNS support off`,
    ],
    [
      'another network takes over',
      withRoutes(natNetwork(), 'rtb-task', [route('0.0.0.0/0', 'transit-gateway', 'tgw-1')]),
      `Token: ${SOURCE} → sg-task → acl-task → rtb-task: unknown at tgw-1: beyond transit`,
      `Layers: ${SOURCE} → sg-task → acl-task → rtb-task: unknown at tgw-1: beyond transit`,
    ],
    [
      'an endpoint is missing',
      withoutEndpoint(endpointsNetwork(), 'vpce-api'),
      `Token: ${SOURCE}: blocked at com.amazonaws.eu-west-1.ecr.api: missing endpoint`,
      `Layers: ${SOURCE} → sg-task → acl-task → rtb-task → vpce-s3 → S3: open`,
    ],
    [
      'an endpoint has failed',
      withEndpoint(endpointsNetwork(), 'vpce-s3', { state: 'failed' }),
      `Token: ${SOURCE} → sg-task → acl-task → vpce-api → ecr.api: open`,
      `Layers: ${SOURCE} → sg-task → acl-task → rtb-task: blocked at vpce-s3: endpoint not available`,
    ],
  ])('says where each connection gets to when %s', (_when, estate, token, layers) => {
    const lines = describePath(pathsOf(estate));
    expect([lines[0], lines[2]]).toEqual([token, layers]);
    expect(lines).toHaveLength(3);
  });

  it('names what the platform carries itself', () => {
    const paths = pathsOf(natNetwork(), { platform: 'fargate-1.3' });
    expect(describePath(paths)[0]).toBe(`Token: ${SOURCE} → AWS network → ecr.api: open`);
  });

  it('speaks of the hop that is shut first, as the checks do', () => {
    const paths = pathsWith(['layers'], { kind: 'endpoint', subject: 'vpce-1', reason: 'endpoint-not-available' });
    const behind = { kind: 'egress-rule', subject: 'sg-1', verdict: 'blocked', reason: 'x', detail: {} } as const;
    const legs = paths.legs.map((path) => ({ ...path, hops: [...path.hops, behind] }));
    expect(describePath({ ...paths, legs })[2]).toContain('blocked at vpce-1: endpoint not available');
  });

  it('names every group that the puller wears', () => {
    const paths = pathsWith(['token'], { kind: 'egress-rule', subject: 'sg-1 sg-2', reason: 'no-egress-to-endpoint' });
    expect(describePath(paths)[0]).toBe(`Token: ${SOURCE}: blocked at sg-1 + sg-2: no egress to endpoint`);
  });
});
