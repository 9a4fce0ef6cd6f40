import {
  AssociateVPCWithHostedZoneCommand,
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Clients } from '../../../../src/aws/clients.ts';
import type { NetworkEstate } from '../../../../src/domain/network-estate.ts';
import { listOf } from '../../../support/network.ts';
import { ownerOf, REGION, WORKLOADS } from '../accounts.ts';
import { createService, registerTask } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import { type BuiltVpc, createVpc, readDefaultVpc } from '../network.ts';
import { aPull, CHECKOUT, know } from '../reading.ts';

useMoto();

/** SOA and NS. */
const OF_THE_ZONE_ITSELF = 2;
const DKR = `dkr.ecr.${REGION}.amazonaws.com`;

let owner: Clients;
let built: BuiltVpc;

beforeEach(async () => {
  owner = ownerOf(WORKLOADS);
  built = await createVpc(owner);
  const taskDefinition = await registerTask(owner, 'checkout', { images: ['nginx'] });
  const { subnet, taskGroup } = built;
  await createService(owner, 'checkout', taskDefinition, { subnets: [subnet], securityGroups: [taskGroup] });
});

async function createZone(name: string, vpc: string, records: readonly ResourceRecordSet[]): Promise<string> {
  const { HostedZone } = await owner.route53.send(
    new CreateHostedZoneCommand({
      Name: name,
      CallerReference: name,
      // moto breaks on a zone without a comment.
      HostedZoneConfig: { PrivateZone: true, Comment: 'ours' },
      VPC: { VPCId: vpc, VPCRegion: REGION },
    }),
  );
  const id = HostedZone?.Id ?? '';
  if (records.length === 0) return id;
  const Changes = records.map((record) => ({ Action: 'CREATE' as const, ResourceRecordSet: record }));
  await owner.route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: id, ChangeBatch: { Changes } }));
  return id;
}

const address = (name: string, value: string): ResourceRecordSet => ({
  Name: name,
  Type: 'A',
  TTL: 60,
  ResourceRecords: [{ Value: value }],
});

async function readZones(): Promise<NetworkEstate['vpc']['privateZones']> {
  const [estate] = (await know('network', aPull({ workload: CHECKOUT }))).value.estates;
  if (estate === undefined) throw new Error('there is no estate');
  return estate.vpc.privateZones;
}

describe('the private hosted zones of a VPC', () => {
  it('are read with their records', async () => {
    await createZone(DKR, built.vpc, [address(`*.${DKR}`, '10.0.1.9')]);
    expect(await readZones()).toEqual([
      {
        id: expect.stringMatching(/^[A-Z0-9]+$/),
        name: DKR,
        records: expect.arrayContaining([{ name: `*.${DKR}`, type: 'A', values: ['10.0.1.9'], alias: null }]),
      },
    ]);
  });

  it('are those of this VPC alone', async () => {
    const { vpc } = await readDefaultVpc(owner);
    const id = await createZone(DKR, vpc, []);
    expect(await readZones()).toEqual([]);
    await owner.route53.send(
      new AssociateVPCWithHostedZoneCommand({ HostedZoneId: id, VPC: { VPCId: built.vpc, VPCRegion: REGION } }),
    );
    expect(await readZones()).toMatchObject([{ name: DKR }]);
  });

  it('are kept by their names where no pull asks for them', async () => {
    await createZone('corp.example', built.vpc, [address('db.corp.example', '10.0.1.9')]);
    expect(await readZones()).toMatchObject([{ name: 'corp.example', records: 'unknown' }]);
  });

  it('are read to the last page', async () => {
    const hosts = Array.from({ length: 310 }, (_, at) => address(`h${at}.${DKR}`, '10.0.1.9'));
    await createZone(DKR, built.vpc, hosts);
    const zones = await readZones();
    const records = listOf(zones).flatMap((zone) => listOf(zone.records));
    expect(records).toHaveLength(310 + OF_THE_ZONE_ITSELF);
  });
});
