import type { Estate, Image } from '../../aws/estate.ts';
import { findImage, findRepository } from './find.ts';
import { hex } from './hex.ts';

/**
 * Makes an image an index of images for Linux, each with its attestations, as BuildKit pushes them: images of their own,
 * without tags. Gives them by architecture.
 */
export function makeIndex(
  estate: Estate,
  repositoryName: string,
  tag: string,
  ...architectures: readonly string[]
): ReadonlyMap<string, Image> {
  const index = findImage(estate, repositoryName, tag);
  const child = (name: string): Image => ({
    ...index,
    digest: `sha256:${hex(`${index.digest} ${name}`, 64)}`,
    tags: [],
  });
  const children = new Map(architectures.map((architecture) => [architecture, child(architecture)]));
  const attestations = architectures.map((architecture) => child(`attestations of ${architecture}`));
  findRepository(estate, repositoryName).images.push(...children.values(), ...attestations);
  index.mediaType = 'application/vnd.oci.image.index.v1+json';
  index.platforms = [...children].flatMap(([architecture, { digest }], at) => [
    { digest, os: 'linux', architecture, variant: architecture === 'arm64' ? 'v8' : null, osVersion: null },
    { digest: attestations[at]?.digest ?? '', os: 'unknown', architecture: 'unknown', variant: null, osVersion: null },
  ]);
  return children;
}
