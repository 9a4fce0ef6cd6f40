import { PutImageCommand } from '@aws-sdk/client-ecr';
import { expect, it } from 'vitest';
import { ownerOf, REGISTRY } from '../accounts.ts';
import { createRepository, pushImage } from '../images.ts';
import { useMoto } from '../moto.ts';
import { aPull, know } from '../reading.ts';

useMoto();

const MEDIA_TYPE = 'application/vnd.oci.image.index.v1+json';

const entry = (platform: object, digit: string) => ({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest: `sha256:${digit.repeat(64)}`,
  size: 2,
  platform,
});

const INDEX = {
  schemaVersion: 2,
  mediaType: MEDIA_TYPE,
  manifests: [
    entry({ os: 'linux', architecture: 'arm64', variant: 'v8' }, 'a'),
    entry({ os: 'windows', architecture: 'amd64', 'os.version': '10.0.20348.2700' }, 'b'),
    entry({ os: 'unknown', architecture: 'unknown' }, 'c'),
  ],
};

it('are the entries of an index that was pushed', async () => {
  const owner = ownerOf(REGISTRY);
  const repositoryName = 'shop/api';
  await createRepository(owner, repositoryName);
  const imageManifest = JSON.stringify(INDEX);
  await owner.ecr.send(
    new PutImageCommand({ repositoryName, imageTag: 'v2.1.0', imageManifest, imageManifestMediaType: MEDIA_TYPE }),
  );
  expect((await know('imagePlatforms', aPull())).value).toEqual({
    kind: 'index',
    entries: [
      { digest: `sha256:${'a'.repeat(64)}`, os: 'linux', architecture: 'arm64', variant: 'v8', osVersion: null },
      {
        digest: `sha256:${'b'.repeat(64)}`,
        os: 'windows',
        architecture: 'amd64',
        variant: null,
        osVersion: '10.0.20348.2700',
      },
    ],
  });
});

it('are not said by a single manifest', async () => {
  const owner = ownerOf(REGISTRY);
  await createRepository(owner, 'shop/api');
  await pushImage(owner, 'shop/api', 'v2.1.0');
  expect((await know('imagePlatforms', aPull())).value).toEqual({ kind: 'unsaid' });
});

it('are none of an image that is missing', async () => {
  await createRepository(ownerOf(REGISTRY), 'shop/api');
  expect((await know('imagePlatforms', aPull())).value).toBeNull();
});
