import type { VpcEndpoint } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { endpointOf } from '../../../src/aws/network/endpoints.ts';

const S3: VpcEndpoint = {
  VpcEndpointId: 'vpce-1',
  VpcEndpointType: 'Interface',
  ServiceName: 'com.amazonaws.us-east-1.s3',
  PrivateDnsEnabled: true,
};
const DKR: VpcEndpoint = { ...S3, ServiceName: 'com.amazonaws.us-east-1.ecr.dkr' };
const read = (endpoint: VpcEndpoint, addresses: Parameters<typeof endpointOf>[1] = new Map()) =>
  endpointOf(endpoint, addresses)[0];

describe('endpointOf', () => {
  it.each([
    ['pendingAcceptance', 'pendingacceptance'],
    ['Available', 'available'],
    ['somethingNew', 'unknown'],
  ])('reads the state %s as %s', (text, state) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK's type is that of the documentation, which the API does not keep to
    expect(read({ ...DKR, State: text as NonNullable<VpcEndpoint['State']> })).toMatchObject({ state });
  });

  it('leaves out the types that no pull can use', () => {
    expect(endpointOf({ ...DKR, VpcEndpointType: 'GatewayLoadBalancer' }, new Map())).toEqual([]);
  });

  it.each([
    ['unknown when S3 does not say', S3, 'unknown'],
    ['what S3 says', { ...S3, DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: true } }, true],
    ['false for a service without the option', DKR, false],
  ])('has private DNS for the inbound resolver only: %s', (_name, endpoint, expected) => {
    expect(read(endpoint)?.privateDnsOnlyForInboundResolver).toBe(expected);
  });

  it.each([
    [
      'all of them are known',
      new Map([
        ['eni-1', '10.0.0.1'],
        ['eni-2', '10.0.1.1'],
      ]),
      ['10.0.0.1', '10.0.1.1'],
    ],
    ['one is not', new Map([['eni-1', '10.0.0.1']]), 'unknown'],
    ['none could be read', 'unknown' as const, 'unknown'],
  ])('has addresses only when %s', (_name, addresses, expected) => {
    expect(read({ ...DKR, NetworkInterfaceIds: ['eni-1', 'eni-2'] }, addresses)?.addresses).toEqual(expected);
  });

  it('takes a missing policy for none, and a policy as text', () => {
    expect(read(DKR)?.policy).toBeNull();
    expect(read({ ...DKR, PolicyDocument: '{}' })?.policy).toEqual({ text: '{}' });
  });
});
