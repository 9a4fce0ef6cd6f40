import type { Place } from '../../domain/aws.ts';
import type { NetworkSource } from '../../domain/network-estate.ts';
import type { Reader } from '../reader.ts';
import { describeInterfaces, sourceOf } from './interfaces.ts';
import { readPart } from './part.ts';

/** What an interface wears, as far as it decides where it gets through. */
type Wear = Pick<NetworkSource, 'securityGroups' | 'hasPublicAddress'>;

const UNSEEN: Wear = { securityGroups: 'unknown', hasPublicAddress: 'unknown' };

/** What each of these interfaces wears. One that is gone, or that could not be read, is `unknown` in both. */
export async function readWear(
  reader: Reader,
  place: Place,
  ids: readonly string[],
): Promise<(id: string | null) => Wear> {
  const { value } = await readPart(() => readSources(reader, place, ids));
  const found = new Map((value === 'unknown' ? [] : value).map((each) => [each.id, wearOf(each)]));
  return (id) => (id === null ? UNSEEN : (found.get(id) ?? UNSEEN));
}

async function readSources(reader: Reader, place: Place, ids: readonly string[]) {
  if (ids.length === 0) return { value: [], evidence: [] };
  const { output } = await describeInterfaces(reader, place, ids);
  return { value: (output ?? []).map(sourceOf), evidence: [] };
}

function wearOf({ securityGroups, hasPublicAddress }: NetworkSource): Wear {
  return { securityGroups, hasPublicAddress };
}
