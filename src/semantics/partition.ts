import type { Region } from '../domain/aws.ts';

/** The Regions of each partition, by how their codes begin. Source: AWS SDK, partitions.json. */
const PARTITIONS: readonly (readonly [begins: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];

/** The second part of every ARN in a Region. */
export function partitionOf(region: Region): string {
  return PARTITIONS.find(([begins]) => region.startsWith(begins))?.[1] ?? 'aws';
}
