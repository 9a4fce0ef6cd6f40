import type { EcrIncident } from '../../../domain/check.ts';
import type { FrozenImage } from '../../../domain/facts/puller.ts';
import type { Image } from '../../../domain/facts/registry.ts';

/** What the pull asks the registry for, and what the registry has of it. */
export interface MissedImage {
  readonly tag?: string;
  readonly digest?: string;
  /** `null`: it is not there. */
  readonly held: Image | null;
}

/** ECS pulls the digest that it froze for a deployment: when that one is gone, it is what is missed, whatever the tag names. */
export function missedImage({ image }: EcrIncident, held: Image | null, frozen: FrozenImage | null): MissedImage {
  if (frozen !== null && frozen.image?.status !== 'ACTIVE')
    return { tag: frozen.tag, digest: frozen.digest, held: frozen.image };
  const { tag, digest } = image;
  return { ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }), held };
}
