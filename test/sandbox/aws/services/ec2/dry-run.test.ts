import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { reader, WORKLOAD } from '../../clients.ts';

describe('a dry run', () => {
  it('is answered with an error by which whoever may is told so', async () => {
    const { ec2 } = reader(healthyEstate(), WORKLOAD);
    await expect(ec2.send(new DescribeSubnetsCommand({ DryRun: true }))).rejects.toMatchObject({
      name: 'DryRunOperation',
      $metadata: { httpStatusCode: 412 },
    });
  });

  it('is refused to whoever may not, as the call itself would be', async () => {
    const estate = healthyEstate();
    estate.deniedToReader[WORKLOAD] = ['ec2:DescribeSubnets'];
    const { ec2 } = reader(estate, WORKLOAD);
    await expect(ec2.send(new DescribeSubnetsCommand({ DryRun: true }))).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
    });
  });

  it('is a call like any other when it is none', async () => {
    const { ec2 } = reader(healthyEstate(), WORKLOAD);
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ DryRun: false }));
    expect(Subnets?.length).toBeGreaterThan(0);
  });
});
