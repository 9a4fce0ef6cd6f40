import type { Place } from '../domain/aws.ts';
import { type EcrImage, isEcrImage } from '../domain/image-reference.ts';
import type { Reader } from './reader.ts';

/** The image that is asked about and the place of its registry. Facts about a registry are only asked for ECR images. */
export function registryOf({ incident }: Reader): { image: EcrImage; place: Place } {
  const { image } = incident;
  if (!isEcrImage(image)) throw new Error('a fact about a registry was asked for an image outside of ECR');
  return { image, place: { account: image.registry.account, region: image.registry.region } };
}
