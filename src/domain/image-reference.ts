import type { AccountId, Region } from './aws.ts';

/** The image a puller asked for, and the registry it asked. */
export interface ImageReference {
  /** The image exactly as it was written, for quoting back. */
  readonly text: string;
  readonly registry: Registry;
  readonly repository: string;
  /** Absent when none was written; a runtime then asks for `latest`. */
  readonly tag?: string;
  /** When both are given, the digest decides and the tag is decoration. */
  readonly digest?: string;
}

export type Registry = EcrRegistry | { readonly kind: 'ecr-public' | 'other'; readonly host: string };

export interface EcrRegistry {
  readonly kind: 'ecr';
  /** The host as written: `123456789012.dkr.ecr.us-east-1.amazonaws.com`. */
  readonly host: string;
  readonly account: AccountId;
  readonly region: Region;
}

/** An image in a private registry of Amazon ECR: the only kind that we can look into. */
export interface EcrImage extends ImageReference {
  readonly registry: EcrRegistry;
}

export function isEcrImage(image: ImageReference | null): image is EcrImage {
  return image?.registry.kind === 'ecr';
}

/** The tag that a runtime asks for. */
export function tagAsked({ tag }: { readonly tag?: string }): string {
  return tag ?? 'latest';
}

/** The name within the registry, as people say it: `shop/api:v2.1.0`. */
export function shortName(image: ImageReference): string {
  if (image.digest !== undefined) return `${image.repository}@${image.digest}`;
  return `${image.repository}:${tagAsked(image)}`;
}

/** A digest in a sentence: long enough to tell two apart. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 19)}…`;
}
