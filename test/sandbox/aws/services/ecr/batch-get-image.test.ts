import { BatchGetImageCommand } from '@aws-sdk/client-ecr';
import { expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findImage } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { makeIndex } from '../../../../../src/sandbox/worlds/parts/platforms.ts';
import { reader } from '../../clients.ts';

it('gives the manifest of an image and of an index, and lists what it does not have', async () => {
  const estate = healthyEstate();
  makeIndex(estate, 'my-app', 'v2.1.0', 'amd64', 'arm64');
  const { images, failures } = await reader(estate).ecr.send(
    new BatchGetImageCommand({
      repositoryName: 'my-app',
      imageIds: [
        { imageDigest: findImage(estate, 'my-app', 'v2.1.0').digest },
        { imageTag: 'v2.0.9' },
        { imageTag: 'v9' },
      ],
    }),
  );
  const [index, single] = (images ?? []).map(({ imageManifest }): unknown => JSON.parse(imageManifest ?? ''));
  expect(index).toMatchObject({
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      { platform: { os: 'linux', architecture: 'amd64' } },
      { platform: { os: 'unknown', architecture: 'unknown' } },
      { platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { platform: { os: 'unknown', architecture: 'unknown' } },
    ],
  });
  expect(single).toMatchObject({ mediaType: 'application/vnd.oci.image.manifest.v1+json', config: {}, layers: [] });
  expect(failures).toMatchObject([{ imageId: { imageTag: 'v9' }, failureCode: 'ImageNotFound' }]);
});
