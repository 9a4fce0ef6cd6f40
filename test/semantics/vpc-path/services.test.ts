import { describe, expect, it } from 'vitest';
import {
  endpointDemand,
  endpointServes,
  hostOf,
  layerBucket,
  leavesThroughNetwork,
} from '../../../src/semantics/vpc-path/services.ts';
import { anEndpoint } from '../../support/network.ts';

describe('endpointDemand', () => {
  it("names AWS's bucket of layers in the partition of the Region", () => {
    expect(endpointDemand('layers', 'eu-west-1')).toEqual({
      actions: ['s3:GetObject'],
      resource: 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*',
      isSignedByAws: true,
    });
    expect(endpointDemand('layers', 'cn-north-1').resource).toBe(
      'arn:aws-cn:s3:::prod-cn-north-1-starport-layer-bucket/*',
    );
    expect(endpointDemand('layers', 'us-gov-west-1').resource).toBe(
      'arn:aws-us-gov:s3:::prod-us-gov-west-1-starport-layer-bucket/*',
    );
  });

  it('leaves the repository to the caller', () => {
    expect(endpointDemand('manifest', 'eu-west-1').resource).toBeNull();
    expect(endpointDemand('token', 'eu-west-1')).toEqual({
      actions: ['ecr:GetAuthorizationToken'],
      resource: '*',
      isSignedByAws: false,
    });
  });
});

describe('endpointServes', () => {
  it.each([
    ['com.amazonaws.eu-west-1.ecr.dkr', true],
    ['cn.com.amazonaws.eu-west-1.ecr.dkr', true],
    ['com.amazonaws.us-east-1.ecr.dkr', false],
    ['com.amazonaws.eu-west-1.ecr.api', false],
    ['com.amazonaws.eu-west-1.ecr-fips.dkr', false],
    ['com.amazonaws.vpce.eu-west-1.vpce-svc-1.ecr.dkr', false],
  ])('%s', (service, expected) => {
    expect(endpointServes(anEndpoint('ecr.dkr', { service }), 'ecr.dkr', 'eu-west-1')).toBe(expected);
  });

  it('is not done by an endpoint that was deleted', () => {
    expect(endpointServes(anEndpoint('ecr.dkr', { state: 'deleted' }), 'ecr.dkr', 'eu-west-1')).toBe(false);
  });

  it('tells S3 from S3 Express', () => {
    expect(endpointServes(anEndpoint('s3', { service: 'com.amazonaws.eu-west-1.s3express' }), 's3', 'eu-west-1')).toBe(
      false,
    );
  });
});

describe('hosts', () => {
  it('are those that a client dials', () => {
    expect(hostOf('ecr.api', 'eu-west-1')).toBe('api.ecr.eu-west-1.amazonaws.com');
    expect(hostOf('ecr.dkr', 'cn-north-1')).toBe('dkr.ecr.cn-north-1.amazonaws.com.cn');
    expect(hostOf('s3', 'eu-west-1')).toBe(`${layerBucket('eu-west-1')}.s3.eu-west-1.amazonaws.com`);
    expect(hostOf('logs', 'eu-west-1')).toBe('logs.eu-west-1.amazonaws.com');
  });
});

describe('leavesThroughNetwork', () => {
  it.each([
    ['fargate-1.4+', [true, true, true]],
    ['fargate-1.3', [false, true, true]],
    ['ec2-instance', [true, true, true]],
    ['eks-node', [true, true, true]],
    ['eks-fargate', [true, true, true]],
    ['lambda', [false, false, false]],
  ] as const)('%s', (platform, expected) => {
    expect((['token', 'manifest', 'layers'] as const).map((leg) => leavesThroughNetwork(leg, platform))).toEqual(
      expected,
    );
  });
});
