import type { VpcBlockPublicAccessExclusion } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { publicAccessOf, type PublicAccessBlock } from '../../../src/aws/network/public-access.ts';

const exclusion = (
  resource: string,
  mode: 'allow-bidirectional' | 'allow-egress',
  state: 'create-complete' | 'create-in-progress' = 'create-complete',
): VpcBlockPublicAccessExclusion => ({
  ResourceArn: `arn:aws:ec2:us-east-1:444455556666:${resource}`,
  InternetGatewayExclusionMode: mode,
  State: state,
});
const block = (mode: PublicAccessBlock['mode'], ...exclusions: VpcBlockPublicAccessExclusion[]): PublicAccessBlock => ({
  mode,
  exclusions,
});

describe('publicAccessOf', () => {
  it.each([
    ['open', 'nothing is blocked', block('off')],
    ['egress-only', 'what comes in is blocked', block('block-ingress')],
    ['closed', 'both ways are blocked', block('block-bidirectional')],
    ['open', 'the subnet is exempt', block('block-bidirectional', exclusion('subnet/subnet-1', 'allow-bidirectional'))],
    ['open', 'its VPC is exempt', block('block-ingress', exclusion('vpc/vpc-1', 'allow-bidirectional'))],
    ['egress-only', 'it may go out', block('block-bidirectional', exclusion('vpc/vpc-1', 'allow-egress'))],
    [
      'closed',
      'another subnet is exempt',
      block('block-bidirectional', exclusion('subnet/subnet-10', 'allow-bidirectional')),
    ],
    [
      'closed',
      'the exemption is still being made',
      block('block-bidirectional', exclusion('vpc/vpc-1', 'allow-egress', 'create-in-progress')),
    ],
    ['unknown', 'it could not be read', 'unknown' as const],
  ])('is %s when %s', (expected, _why, found) => {
    expect(publicAccessOf(found, 'vpc-1', 'subnet-1')).toBe(expected);
  });
});
