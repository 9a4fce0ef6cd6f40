/** (OCI image index specification; Docker image manifest version 2, schema 2, "Manifest list".) */
export const IMAGE_INDEX_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** Whether an image is a list of the images of several platforms, each of which is an image of its own without a tag. */
export function isImageIndex({ mediaType }: { readonly mediaType?: string }): boolean {
  return mediaType !== undefined && IMAGE_INDEX_TYPES.includes(mediaType);
}
