import type { Place } from '../../domain/aws.ts';
import { troubleOf } from '../errors.ts';
import type { Reader } from '../reader.ts';

/**
 * The clusters of one configured place, out of the list that all searches share.
 *
 * @throws AwsTrouble when this place could not be asked.
 */
export async function listClusters(reader: Reader, { account, region }: Place): Promise<readonly string[]> {
  const { clusters, gaps } = await reader.need('ecsClusters');
  const gap = gaps.find((each) => each.account === account && each.region === region);
  if (gap !== undefined) throw troubleOf(gap);
  return clusters.filter((each) => each.account === account && each.region === region).map(({ arn }) => arn);
}
