import type { Gap } from '../../../domain/evidence.ts';
import type { EcrImage } from '../../../domain/image-reference.ts';
import type { EcsCluster, ImageInUse } from '../../../domain/facts/prevention.ts';
import { atMost } from '../../../lib/at-most.ts';
import { plural } from '../../../lib/plural.ts';
import { lastPart } from '../../../domain/arn.ts';
import { type ListedTask, listTasks } from '../../ecs/list-tasks.ts';
import { usesOf } from '../../ecs/uses-of.ts';
import { AwsTrouble, gapOf } from '../../errors.ts';
import { defineFact, type FactReading, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

/** A search that a person waits for: beyond this, the preview of the lifecycle policy is the way. */
const MOST_CLUSTERS = 100;
const CLUSTERS_AT_ONCE = 10;

export const imagesInUse = defineFact({
  name: 'imagesInUse',
  actions: ['ecs:ListClusters', 'ecs:ListTasks', 'ecs:DescribeTasks'],
  async read(reader) {
    const { image } = registryOf(reader);
    const { clusters, gaps } = await reader.need('ecsClusters');
    const [first] = clusters;
    if (first !== undefined && clusters.length > MOST_CLUSTERS) {
      throw new AwsTrouble('too-much', { action: 'ecs:ListTasks', place: first });
    }
    const inTurn = atMost(CLUSTERS_AT_ONCE);
    const looks = await Promise.all(clusters.map((cluster) => inTurn(() => lookInto(reader, cluster, image))));
    return {
      value: {
        images: looks.flatMap(({ uses }) => uses.flatMap(({ images }) => images)),
        gaps: [...gaps, ...looks.flatMap((look) => look.gaps)],
      },
      evidence: evidenceOf(looks, image),
    };
  },
});

interface Look {
  readonly cluster: EcsCluster;
  readonly tasks: readonly ListedTask[];
  /** Those of the tasks that use the repository. */
  readonly uses: readonly { readonly says: ListedTask['says']; readonly images: readonly ImageInUse[] }[];
  readonly gaps: readonly Gap[];
}

/** A cluster that cannot be seen says nothing of the others. */
async function lookInto(reader: Reader, cluster: EcsCluster, image: EcrImage): Promise<Look> {
  const { account, region, arn } = cluster;
  try {
    const tasks = await listTasks(reader, { account, region }, arn, 'RUNNING');
    const uses = tasks
      .map(({ task, says }) => ({ says, images: usesOf(task, image) }))
      .filter(({ images }) => images.length > 0);
    return { cluster, tasks, uses, gaps: [] };
  } catch (error) {
    if (!(error instanceof AwsTrouble)) throw error;
    return { cluster, tasks: [], uses: [], gaps: [gapOf('imagesInUse', error)] };
  }
}

/** A line for each cluster that uses the repository; one in all where none does. */
function evidenceOf(looks: readonly Look[], { repository }: EcrImage): FactReading<'imagesInUse'>['evidence'] {
  const accounts = new Set(looks.map(({ cluster }) => cluster.account)).size;
  const search = `looked at ${plural(looks.length, 'cluster')} in ${plural(accounts, 'account')}`;
  const using = looks.flatMap(({ cluster, tasks, uses }) => {
    const count = `${uses.length} of ${plural(tasks.length, 'task')}`;
    return uses.slice(0, 1).map(({ says }) => says(lastPart(cluster.arn), `${count} with ${repository}; ${search}`));
  });
  if (using.length > 0) return using;
  const listed = looks.flatMap(({ tasks }) => tasks)[0];
  return listed === undefined ? [] : [listed.says(repository, `no task uses it; ${search}`)];
}
