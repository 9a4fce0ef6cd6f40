import { describe, expect, it } from 'vitest';
import { findAccount, findCluster, findNetwork, findService } from '../../../../src/sandbox/worlds/parts/find.ts';
import { runOnInstance } from '../../../../src/sandbox/worlds/parts/instances.ts';
import { WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS } from '../../../../src/sandbox/worlds/parts/network.ts';
import { runOutsideAws } from '../../../../src/sandbox/worlds/parts/unseen-machines.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { SERVICE } from './read-network.ts';

describe('there is no network to look at', () => {
  it('when nobody says who pulls', async () => {
    const learned = await readFact(
      'network',
      anIncident({ workload: { kind: 'role', role: 'arn:aws:iam::444455556666:role/x' } }),
    );
    expect(learned).toMatchObject({ known: false, gap: { reason: 'no-puller-found' } });
  });

  it('when an instance pulls', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      findService(estate, 'my-app').launchType = 'EC2';
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-on-instance' } });
  });

  it('when the service is gone', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      findCluster(estate).services = [];
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
  });

  it('when its subnets are in several VPCs', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      const subnet = findNetwork(estate).subnets.find(({ subnetId }) => subnetId === PRIVATE_SUBNETS[1]);
      Object.assign(subnet ?? {}, { vpcId: 'vpc-0000000000other' });
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
  });

  it('when it runs on instances that have no interface', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      runOnInstance(estate, 'my-app');
      for (const machine of findNetwork(estate).instances ?? []) Object.assign(machine, { subnetId: undefined });
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-network-unseen' } });
  });

  it('when it runs on a machine outside of AWS', async () => {
    const learned = await readFact('network', SERVICE, (estate) => runOutsideAws(estate, 'my-app'));
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-outside-aws' } });
  });

  it('when its subnets are gone', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      findAccount(estate, WORKLOAD).networks = {};
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-gone', action: 'ec2:DescribeSubnets' } });
  });
});
