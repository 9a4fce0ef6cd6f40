import { describe, expect, it } from 'vitest';
import { natOf } from '../../../src/aws/network/nat-gateways.ts';

describe('natOf', () => {
  it('says it in our own words', () => {
    expect(
      natOf({ NatGatewayId: 'nat-1', State: 'failed', ConnectivityType: 'private', SubnetId: 'subnet-1' }),
    ).toEqual({
      id: 'nat-1',
      state: 'failed',
      connectivity: 'private',
      subnet: 'subnet-1',
    });
  });

  it('is public unless said otherwise', () => {
    expect(natOf({ State: 'available' })).toMatchObject({ connectivity: 'public' });
  });

  it('judges no regional gateway: it stands in no subnet whose routes could be followed', () => {
    expect(natOf({ State: 'available', AvailabilityMode: 'regional' })).toMatchObject({ state: 'unknown' });
  });
});
