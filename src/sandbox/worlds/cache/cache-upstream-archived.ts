import { cachedWorld } from '../parts/cached.ts';
import { fetchFromEcr } from '../parts/upstream.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

export const cacheUpstreamArchived: World = cachedWorld({
  id: 'cache-upstream-archived',
  title: 'The upstream account has put the image into its archive',
  breaks: 'The cache fetches from a registry of ECR in another account, where the image was archived a day ago.',
  expect: { conclusion: 'explained', cause: 'upstream-lacks-image', answer: 'archived' },
  change({ rule }, estate) {
    for (const image of fetchFromEcr(estate, rule).images) {
      Object.assign(image, { status: 'ARCHIVED', lastArchivedAt: ago(estate.now, { days: 1 }) });
    }
  },
});
