import { createHash } from 'node:crypto';
import { CreateRepositoryCommand, type CreateRepositoryCommandInput, PutImageCommand } from '@aws-sdk/client-ecr';
import type { Clients } from '../../../src/aws/clients.ts';

export async function createRepository(
  { ecr }: Clients,
  repositoryName: string,
  options: Omit<CreateRepositoryCommandInput, 'repositoryName'> = {},
): Promise<void> {
  await ecr.send(new CreateRepositoryCommand({ repositoryName, ...options }));
}

/** Pushes one image under all of these tags and answers with its digest. Images of different tags differ. */
export async function pushImage({ ecr }: Clients, repositoryName: string, ...tags: readonly string[]): Promise<string> {
  const imageManifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha256(tags.join()), size: 2 },
    layers: [],
  });
  const imageDigest = sha256(imageManifest);
  for (const imageTag of tags)
    await ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest, imageDigest }));
  return imageDigest;
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
