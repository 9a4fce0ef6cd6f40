import { DescribeImageReplicationStatusCommand, DescribeRegistryCommand } from '@aws-sdk/client-ecr';
import { expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { pushAbroad, replicateHome, sentHome } from '../../../../../src/sandbox/worlds/parts/abroad.ts';
import { reader, REGISTRY, WORKLOAD } from '../../clients.ts';

const ABROAD = { region: 'eu-west-1' };

it('tells the rules of the registry of whoever asks', async () => {
  const estate = healthyEstate();
  replicateHome(estate, 'shop/');
  const { replicationConfiguration } = await reader(estate, REGISTRY, ABROAD).ecr.send(new DescribeRegistryCommand({}));
  expect(replicationConfiguration?.rules).toEqual([
    {
      destinations: [{ registryId: REGISTRY, region: 'us-east-1' }],
      repositoryFilters: [{ filterType: 'PREFIX_MATCH', filter: 'shop/' }],
    },
  ]);
  const other = await reader(estate, WORKLOAD, ABROAD).ecr.send(new DescribeRegistryCommand({}));
  expect(other).toMatchObject({ registryId: WORKLOAD, replicationConfiguration: { rules: [] } });
});

it('tells how far an image has come, and nothing of one that was not sent', async () => {
  const estate = healthyEstate();
  const image = pushAbroad(estate, 'shop/api', 'v9.9.9', { hours: 1 });
  const ask = async (imageDigest: string) => {
    const command = new DescribeImageReplicationStatusCommand({ repositoryName: 'shop/api', imageId: { imageDigest } });
    return (await reader(estate, REGISTRY, ABROAD).ecr.send(command)).replicationStatuses;
  };
  await expect(ask(image.digest)).resolves.toEqual([]);
  sentHome(image, { status: 'FAILED', failureCode: 'AccessDenied' });
  await expect(ask(image.digest)).resolves.toEqual([
    { registryId: REGISTRY, region: 'us-east-1', status: 'FAILED', failureCode: 'AccessDenied' },
  ]);
  await expect(ask('sha256:0')).rejects.toMatchObject({ name: 'ImageNotFoundException' });
});
