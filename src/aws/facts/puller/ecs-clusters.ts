import { paginateListClusters } from '@aws-sdk/client-ecs';
import type { Place } from '../../../domain/aws.ts';
import type { Evidence, Gap } from '../../../domain/evidence.ts';
import type { EcsCluster } from '../../../domain/facts/prevention.ts';
import { plural } from '../../../lib/plural.ts';
import { AwsTrouble, gapOf } from '../../errors.ts';
import { everyItem } from '../../every-item.ts';
import { configuredPlaces } from '../../places.ts';
import { defineFact, type Reader } from '../../reader.ts';

export const ecsClusters = defineFact({
  name: 'ecsClusters',
  actions: ['ecs:ListClusters'],
  async read(reader) {
    const listed = await Promise.all(configuredPlaces(reader).map((place) => listIn(reader, place)));
    return {
      value: {
        clusters: listed.flatMap(({ clusters }) => clusters),
        gaps: listed.flatMap(({ gaps }) => gaps),
      },
      evidence: listed.flatMap(({ evidence }) => evidence),
    };
  },
});

interface Listing {
  readonly clusters: readonly EcsCluster[];
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
}

/** A place that cannot be asked says nothing of the others. */
async function listIn(reader: Reader, place: Place): Promise<Listing> {
  try {
    const { output, says } = await reader.ask(place, 'ecs:ListClusters', ({ ecs }) =>
      everyItem(paginateListClusters({ client: ecs }, {}), ({ clusterArns }) => clusterArns),
    );
    const clusters = (output ?? []).map((arn) => ({ ...place, arn }));
    return { clusters, evidence: [says('ECS', plural(clusters.length, 'cluster'))], gaps: [] };
  } catch (error) {
    if (!(error instanceof AwsTrouble)) throw error;
    return { clusters: [], evidence: [], gaps: [gapOf('ecsClusters', placed(error, place))] };
  }
}

/** Trouble with an identity may not say in which Region it arose; here it stands for this very place. */
function placed(trouble: AwsTrouble, place: Place): AwsTrouble {
  const { reason, action, role, self } = trouble;
  return new AwsTrouble(reason, { ...(action !== null && { action }), place, role, self }, trouble);
}
