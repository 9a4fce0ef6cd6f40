import type { Image } from '../../aws/estate.ts';

/** Makes an image an index of images for Linux, each with its attestations, as BuildKit pushes them. */
export function makeIndex(image: Image, ...architectures: readonly string[]): void {
  image.mediaType = 'application/vnd.oci.image.index.v1+json';
  image.platforms = architectures.flatMap((architecture) => [
    { os: 'linux', architecture, variant: architecture === 'arm64' ? 'v8' : null, osVersion: null },
    { os: 'unknown', architecture: 'unknown', variant: null, osVersion: null },
  ]);
}
