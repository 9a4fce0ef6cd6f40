import { BatchGetImageCommand } from '@aws-sdk/client-ecr';
import { z } from 'zod';
import { IMAGE_INDEX_TYPES } from '../../../domain/image-index.ts';
import type { Image, IndexEntry } from '../../../domain/facts/registry.ts';
import { parseJson } from '../../../lib/parse-json.ts';
import { AwsTrouble } from '../../errors.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

/** All that ECR keeps: with fewer it would convert the manifest, or have none to give. */
const MEDIA_TYPES = [
  ...IMAGE_INDEX_TYPES,
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
];

const Index = z.object({
  manifests: z.array(
    z.object({
      digest: z.string(),
      platform: z
        .object({
          os: z.string(),
          architecture: z.string(),
          variant: z.string().optional(),
          'os.version': z.string().optional(),
        })
        .optional(),
    }),
  ),
});

/**
 * The platforms of an image index. A single manifest does not name its own, and no layer or configuration is ever
 * downloaded to learn it.
 */
export const imagePlatforms = defineFact({
  name: 'imagePlatforms',
  actions: ['ecr:BatchGetImage'],
  async read(reader) {
    const image = await reader.need('image');
    if (image === null) return { value: null, evidence: [] };
    if (image.mediaType !== undefined && !IMAGE_INDEX_TYPES.includes(image.mediaType)) {
      return { value: { kind: 'unsaid' }, evidence: [] };
    }
    // Under a pull-through cache rule, BatchGetImage is a pull: ECR may import the image, and make its repository.
    if ((await reader.need('pullThroughRule')) !== null) return { value: 'not-asked', evidence: [] };
    return readManifest(reader, image);
  },
});

async function readManifest(reader: Reader, { digest }: Image) {
  const { image, place } = registryOf(reader);
  const action = 'ecr:BatchGetImage';
  const { output, says } = await reader.ask(place, action, ({ ecr }) =>
    ecr.send(
      new BatchGetImageCommand({
        registryId: place.account,
        repositoryName: image.repository,
        imageIds: [{ imageDigest: digest }],
        acceptedMediaTypes: MEDIA_TYPES,
      }),
    ),
  );
  const manifest = parseJson(output?.images?.[0]?.imageManifest ?? '');
  // What was described a moment ago and cannot be given now is no answer about the image.
  if (manifest === undefined) throw new AwsTrouble('unavailable', { action, place });
  const index = Index.safeParse(manifest);
  if (!index.success) return { value: { kind: 'unsaid' } as const, evidence: [] };
  const entries = index.data.manifests.map(toEntry);
  if (entries.includes(null)) return { value: { kind: 'unsaid' } as const, evidence: [] };
  // BuildKit's attestations are entries for a platform that is called unknown.
  const real = entries.flatMap((entry) => (entry === null || entry.os === 'unknown' ? [] : [entry]));
  const names = [...new Set(real.map(({ os, architecture }) => `${os}/${architecture}`))].join(', ');
  return {
    value: { kind: 'index', entries: real } as const,
    evidence: [says(`${image.repository}@${digest}`, `an index of ${names}`)],
  };
}

type Manifest = z.infer<typeof Index>['manifests'][number];

/** `null`: the entry does not say for which platform it is. */
function toEntry({ digest, platform }: Manifest): IndexEntry | null {
  if (platform === undefined) return null;
  const { os, architecture, variant, ...more } = platform;
  return { digest, os, architecture, variant: variant ?? null, osVersion: more['os.version'] ?? null };
}
