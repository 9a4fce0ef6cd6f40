import type { PullerPlatform } from '../../../domain/facts/puller.ts';
import type { IndexEntry } from '../../../domain/facts/registry.ts';
import { defineDerived, known } from '../define-derived.ts';
import { pullerPlatform } from './puller-platform.ts';

export const indexChildren = defineDerived({
  name: 'indexChildren',
  from: ['imagePlatforms', 'images', 'puller', 'workload'],
  async derive(learn, incident) {
    const platforms = await learn('imagePlatforms');
    if (!platforms.known) return platforms;
    const { value } = platforms;
    if (value === null || value === 'not-asked' || value.kind === 'unsaid') return known([], platforms.evidence);
    const platform = await pullerPlatform.derive(learn, incident);
    if (!platform.known) return platform;
    const images = await learn('images');
    if (!images.known) return images;
    const children = entriesFor(value.entries, platform.value).map(({ digest, os, architecture }) => ({
      platform: `${os}/${architecture}`,
      digest,
      image: images.value.find((each) => each.digest === digest) ?? null,
    }));
    return known(children, [...platforms.evidence, ...platform.evidence, ...images.evidence]);
  },
});

/** Every entry that the puller may take: what is not known of it rules none out. */
function entriesFor(entries: readonly IndexEntry[], { os, architecture }: PullerPlatform): readonly IndexEntry[] {
  return entries.filter(
    (entry) => (os === null || entry.os === os) && (architecture === null || entry.architecture === architecture),
  );
}
