import { createHash } from 'node:crypto';
import type { IndexEntry } from '../../../../domain/facts/registry.ts';
import type { Image } from '../../estate.ts';
import { structuresOf, textOf } from '../../wire/input.ts';
import type { Input, Output } from '../../wire/protocol.ts';
import type { Operation } from '../operation.ts';
import { findRepository, registryIdOf, wishForNamed } from './repository.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** Manifests of images that are there. Unlike AWS, it imports nothing through a pull-through cache rule. */
export const batchGetImage: Operation = {
  wishes: wishForNamed,
  answer(call) {
    const repository = findRepository(call);
    const images: Output[] = [];
    const failures: Output[] = [];
    for (const id of structuresOf(call.input, 'imageIds')) {
      const image = repository.images.find((each) => each.status === 'ACTIVE' && isNamed(each, id));
      if (image === undefined) {
        failures.push({ imageId: id, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' });
        continue;
      }
      images.push({
        registryId: registryIdOf(call),
        repositoryName: repository.name,
        imageId: { imageDigest: image.digest, imageTag: textOf(id, 'imageTag') },
        imageManifest: JSON.stringify(manifestOf(image)),
        imageManifestMediaType: image.mediaType,
      });
    }
    return { images, failures };
  },
};

function isNamed({ digest, tags }: Image, id: Input): boolean {
  const tag = textOf(id, 'imageTag');
  return textOf(id, 'imageDigest') === digest || (tag !== undefined && tags.includes(tag));
}

function manifestOf({ digest, mediaType, sizeInBytes, platforms }: Image): Output {
  if (platforms === undefined) {
    const config = {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(`config ${digest}`),
      size: 1024,
    };
    return { schemaVersion: 2, mediaType, config, layers: [] };
  }
  const manifests = platforms.map((platform) => ({
    mediaType: MANIFEST,
    digest: platform.digest,
    size: sizeInBytes,
    platform: platformOf(platform),
  }));
  return { schemaVersion: 2, mediaType, manifests };
}

function platformOf({ os, architecture, variant, osVersion }: IndexEntry): Output {
  return {
    os,
    architecture,
    ...(variant !== null && { variant }),
    ...(osVersion !== null && { 'os.version': osVersion }),
  };
}

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
