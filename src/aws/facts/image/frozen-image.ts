import type { Evidence } from '../../../domain/evidence.ts';
import type { EcrImage } from '../../../domain/image-reference.ts';
import type { RevisionImage } from '../../../domain/facts/puller.ts';
import type { Image } from '../../../domain/facts/registry.ts';
import { describeImage, observedOf } from '../../describe-image.ts';
import { isOfRepository } from '../../ecs/find-by-image.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const frozenImage = defineFact({
  name: 'frozenImage',
  actions: ['ecr:DescribeImages'],
  async read(reader) {
    const { image: wanted } = registryOf(reader);
    // A registry that cannot be read makes the revision useless.
    await reader.need('image');
    const { value, evidence } = await reader.needSeen('serviceRevision');
    const entry = value?.images.find((each) => isFrozenFor(each, wanted));
    if (value === null || entry === undefined || entry.digest === null) return { value: null, evidence };
    const tag = tagOf(entry.image);
    const { image, tagged, evidence: seen } = await lookUp(reader, entry.digest, tag);
    return {
      value: { digest: entry.digest, tag, frozenAt: value.startedAt, image, tagged },
      evidence: [...evidence, ...seen],
    };
  },
});

/** A reference that has its digest written out was not frozen by ECS, and a new deployment would pull the same. */
function isFrozenFor({ image, digest }: RevisionImage, wanted: EcrImage): boolean {
  if (digest === null || image.includes('@') || !isOfRepository(image, wanted)) return false;
  return wanted.digest === undefined ? tagOf(image) === (wanted.tag ?? 'latest') : wanted.digest === digest;
}

function tagOf(image: string): string {
  return /:([^:/]+)$/.exec(image)?.[1] ?? 'latest';
}

interface Sight {
  readonly image: Image | null;
  readonly tagged: Image | null;
  readonly evidence: readonly Evidence[];
}

/** The frozen image and the one that the tag names: one of the two is the image that is asked about, and known already. */
async function lookUp(reader: Reader, digest: string, tag: string): Promise<Sight> {
  const { image: wanted, place } = registryOf(reader);
  const asked = await reader.need('image');
  const describe = async (id: { imageTag: string } | { imageDigest: string }, subject: string) => {
    const { image, says } = await describeImage(reader, place, wanted.repository, id);
    return { image, evidence: [says(subject, observedOf(image))] };
  };
  if (wanted.digest !== undefined) {
    if (asked?.tags.includes(tag) === true) return { image: asked, tagged: asked, evidence: [] };
    const { image: tagged, evidence } = await describe({ imageTag: tag }, `${wanted.repository}:${tag}`);
    return { image: asked, tagged, evidence };
  }
  if (asked?.digest === digest) return { image: asked, tagged: asked, evidence: [] };
  const { image, evidence } = await describe({ imageDigest: digest }, `${wanted.repository}@${digest}`);
  return { image, tagged: asked, evidence };
}
