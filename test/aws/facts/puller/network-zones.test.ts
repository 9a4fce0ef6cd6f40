import { describe, expect, it } from 'vitest';
import { findManifestZone, ownZonesIn, useHub } from '../../../../src/sandbox/worlds/parts/hub.ts';
import { findAccount } from '../../../../src/sandbox/worlds/parts/find.ts';
import { REGISTRY, STAGING } from '../../../../src/sandbox/worlds/parts/names.ts';
import { read, SERVICE } from './read-network.ts';

describe('the private hosted zones of a network', () => {
  it('come with the endpoints in another VPC that they lead to', async () => {
    const { estate, gaps } = await read(SERVICE, useHub);
    expect(gaps).toEqual([]);
    expect(estate.vpc.privateZones).toContainEqual({
      id: 'Z0HUB0000000B',
      name: 'dkr.ecr.us-east-1.amazonaws.com',
      records: ['', '*.'].map((prefix) => ({
        name: `${prefix}dkr.ecr.us-east-1.amazonaws.com`,
        type: 'A',
        values: [],
        alias: 'vpce-0f30000000000b001-abcd1234.dkr.ecr.us-east-1.vpce.amazonaws.com',
      })),
    });
    expect(estate.distantVpcs).toMatchObject([
      { cidrs: ['10.99.0.0/16'], endpoints: [{}, { id: 'vpce-0f30000000000b001', addresses: ['10.99.16.11'] }, {}] },
    ]);
  });

  it('are followed by the address of an endpoint as well', async () => {
    const { estate } = await read(SERVICE, (world) => {
      useHub(world);
      findManifestZone(world).recordSets = [{ name: '*.example.', type: 'A', values: ['10.99.16.11'] }];
    });
    expect(estate.distantVpcs).toHaveLength(1);
  });

  it('have holes where another account owns them that is not configured', async () => {
    const { estate, gaps } = await read(SERVICE, (world) => {
      useHub(world);
      ownZonesIn(world, STAGING);
    });
    expect(estate.vpc.privateZones).toMatchObject(Array.from({ length: 3 }, () => ({ records: 'unknown' })));
    expect(gaps).toContainEqual(expect.objectContaining({ reason: 'account-not-configured', account: STAGING }));
  });

  it('are read over several pages', async () => {
    const { estate } = await read(SERVICE, (world) => {
      useHub(world);
      findManifestZone(world).recordSets = Array.from({ length: 301 }, (_, at) => ({
        name: `n${at}.dkr.ecr.us-east-1.amazonaws.com.`,
        type: 'A',
        values: ['10.99.16.11'],
      }));
    });
    const zones = estate.vpc.privateZones === 'unknown' ? [] : estate.vpc.privateZones;
    expect(zones.find(({ name }) => name.startsWith('dkr.'))?.records).toHaveLength(301);
  });

  it('are listed over several pages', async () => {
    const { estate } = await read(SERVICE, (world) => {
      useHub(world);
      const zone = findManifestZone(world);
      const others = Array.from({ length: 150 }, (_, at) => ({ ...zone, id: `Z${at}`, name: `n${at}.example.` }));
      findAccount(world, REGISTRY).hostedZones?.push(...others);
    });
    expect(estate.vpc.privateZones).toHaveLength(153);
  });

  it('are unknown, and never none, where they may not be listed', async () => {
    const { estate, gaps } = await read(SERVICE, (world) => {
      world.throttled = ['route53:ListHostedZonesByVPC'];
    });
    expect(estate.vpc.privateZones).toBe('unknown');
    expect(gaps).toMatchObject([{ reason: 'throttled', action: 'route53:ListHostedZonesByVPC' }]);
  });
});
