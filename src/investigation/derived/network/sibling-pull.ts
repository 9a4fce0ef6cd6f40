import type { NetworkEstate } from '../../../domain/network-estate.ts';
import type { EcsWorkload } from '../../../domain/facts/puller.ts';
import type { Difference, SiblingPull, SiblingTask } from '../../../domain/facts/siblings.ts';
import { defineDerived, known } from '../define-derived.ts';
import { shutEstates } from './shut-subnets.ts';
import { differing, whatDiffers } from './what-differs.ts';

export const siblingPull = defineDerived({
  name: 'siblingPull',
  from: ['siblings', 'network', 'puller', 'pullerRoles', 'workload'],
  async derive(learn, incident) {
    const shut = await shutEstates(learn, incident);
    if (!shut.known) return shut;
    if (shut.value.length === 0) return known(null, []);
    const siblings = await learn('siblings');
    if (!siblings.known) return siblings;
    const workload = await learn('workload');
    if (!workload.known) return workload;
    return known(newestUnlike(siblings.value, shut.value, workload.value), siblings.evidence);
  },
});

/** The newest sibling that stood elsewhere, or otherwise; one that stood as the pull does explains nothing. */
function newestUnlike(
  siblings: readonly SiblingTask[],
  shut: readonly NetworkEstate[],
  workload: EcsWorkload,
): SiblingPull | null {
  for (const sibling of siblings) {
    const estate = shut.find(({ source }) => source.subnet === sibling.subnet) ?? shut[0];
    if (estate === undefined) return null;
    const differences = [...whatDiffers(estate, estate.source, sibling), ...otherRevision(workload, sibling)];
    const here = estate.source.subnet;
    if (here !== sibling.subnet || differences.length > 0)
      return { task: sibling.id, pulledAt: sibling.pulledAt, here, there: sibling.subnet, differences };
  }
  return null;
}

function otherRevision(workload: EcsWorkload, sibling: SiblingTask): readonly Difference[] {
  return [
    ...differing('platform version', numberedVersion(workload), numberedVersion(sibling)),
    ...differing('task definition', revisionOf(workload), revisionOf(sibling)),
  ];
}

/** `LATEST` is whatever it was on the day. */
function numberedVersion({ platformVersion }: { readonly platformVersion: string | null }): string | undefined {
  return platformVersion === null || platformVersion === 'LATEST' ? undefined : platformVersion;
}

function revisionOf({ taskDefinition }: { readonly taskDefinition: string }): string {
  return taskDefinition.split('/').at(-1) ?? taskDefinition;
}
