import {
  DescribeImagesCommand,
  ImageNotFoundException,
  ListImagesCommand,
  paginateDescribeImages,
  RepositoryNotFoundException,
} from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findImage } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader } from '../../clients.ts';

function withArchived(): Estate {
  const estate = healthyEstate();
  Object.assign(findImage(estate, 'my-app', 'v1.9.0'), {
    status: 'ARCHIVED',
    lastArchivedAt: '2026-01-02T03:04:05.000Z',
  });
  return estate;
}

describe('ECR images', () => {
  it('describes one by tag and by digest', async () => {
    const estate = healthyEstate();
    const { ecr } = reader(estate);
    const { digest, pushedAt } = findImage(estate, 'my-app', 'v2.1.0');
    for (const id of [{ imageTag: 'v2.1.0' }, { imageDigest: digest }, { imageTag: 'v2.1.0', imageDigest: digest }]) {
      const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: 'my-app', imageIds: [id] }));
      expect(imageDetails).toMatchObject([
        {
          imageDigest: digest,
          imageTags: ['v2.1.0'],
          imageStatus: 'ACTIVE',
          imagePushedAt: new Date(pushedAt),
          lastRecordedPullTime: expect.any(Date),
        },
      ]);
    }
  });

  it('throws for the whole call when one image is missing', async () => {
    const imageIds = [{ imageTag: 'v2.1.0' }, { imageTag: 'v3.0.0' }];
    const asked = reader(healthyEstate()).ecr.send(new DescribeImagesCommand({ repositoryName: 'my-app', imageIds }));
    await expect(asked).rejects.toBeInstanceOf(ImageNotFoundException);
    await expect(asked).rejects.toThrow(
      "The image with imageId {imageDigest:'null', imageTag:'v3.0.0'} does not exist within the repository with name 'my-app' in the registry with id '123456789012'",
    );
  });

  it('does not find a tag under the digest of another', async () => {
    const estate = healthyEstate();
    const imageDigest = findImage(estate, 'my-app', 'v1.9.0').digest;
    const asked = reader(estate).ecr.send(
      new DescribeImagesCommand({ repositoryName: 'my-app', imageIds: [{ imageTag: 'v2.1.0', imageDigest }] }),
    );
    await expect(asked).rejects.toBeInstanceOf(ImageNotFoundException);
  });

  it('hides archived images unless asked for them', async () => {
    const { ecr } = reader(withArchived());
    const one = { repositoryName: 'my-app', imageIds: [{ imageTag: 'v1.9.0' }] };
    await expect(ecr.send(new DescribeImagesCommand(one))).rejects.toBeInstanceOf(ImageNotFoundException);
    await expect(
      ecr.send(new DescribeImagesCommand({ ...one, filter: { imageStatus: 'ANY' } })),
    ).resolves.toMatchObject({
      imageDetails: [{ imageStatus: 'ARCHIVED', lastArchivedAt: new Date('2026-01-02T03:04:05.000Z') }],
    });
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: 'my-app' }));
    expect(imageDetails?.map(({ imageTags }) => imageTags)).toEqual([['v2.0.9'], ['v2.1.0']]);
  });

  it('pages, and filters by whether an image has a tag', async () => {
    const { ecr } = reader(healthyEstate());
    const pages: number[] = [];
    for await (const { imageDetails } of paginateDescribeImages(
      { client: ecr, pageSize: 2 },
      { repositoryName: 'shop/web' },
    )) {
      pages.push(imageDetails?.length ?? 0);
    }
    expect(pages).toEqual([2, 1]);
    const { imageDetails } = await ecr.send(
      new DescribeImagesCommand({ repositoryName: 'shop/web', filter: { tagStatus: 'UNTAGGED' } }),
    );
    expect(imageDetails).toHaveLength(1);
    expect(imageDetails?.[0]).not.toHaveProperty('imageTags');
  });

  it('lists a line for each tag, and one for an image without', async () => {
    const estate = healthyEstate();
    findImage(estate, 'shop/web', 'v7.3.0').tags.push('latest');
    const { imageIds } = await reader(estate).ecr.send(new ListImagesCommand({ repositoryName: 'shop/web' }));
    expect(imageIds?.map(({ imageTag }) => imageTag)).toEqual(['v7.2.0', 'v7.3.0', 'latest', undefined]);
  });

  it('looks for the repository first', async () => {
    const asked = reader(healthyEstate()).ecr.send(
      new DescribeImagesCommand({ repositoryName: 'none', imageIds: [{ imageTag: 'x' }] }),
    );
    await expect(asked).rejects.toBeInstanceOf(RepositoryNotFoundException);
  });
});
