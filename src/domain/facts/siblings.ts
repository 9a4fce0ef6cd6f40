import type { Arn, Timestamp } from '../aws.ts';
import type { OrUnknown } from '../network-estate.ts';

/** Another task of the same workload, which got the image: where it stood and what it was made from. */
export interface SiblingTask {
  /** The last part of its ARN. */
  readonly id: string;
  readonly pulledAt: Timestamp;
  readonly taskDefinition: Arn;
  readonly platformVersion: string | null;
  readonly subnet: string;
  readonly securityGroups: OrUnknown<readonly string[]>;
  readonly hasPublicAddress: OrUnknown<boolean>;
}

/** What is not the same at two places of which one reaches the registry. */
export interface Difference {
  readonly what: DifferenceKind;
  /** Where the pull does not get through. */
  readonly here: string;
  readonly there: string;
}

export type DifferenceKind =
  | 'zone'
  | 'route table'
  | 'network ACL'
  | 'security groups'
  | 'public address'
  | 'platform version'
  | 'task definition';

/** A sibling that pulled, beside the subnet out of which the pull does not get through. */
export interface SiblingPull {
  readonly task: string;
  readonly pulledAt: Timestamp;
  readonly here: string;
  readonly there: string;
  /** Empty when only the subnet is another one. */
  readonly differences: readonly Difference[];
}

/** A subnet of the same workload out of which every connection gets through, beside one where that is not so. */
export interface OpenSubnet {
  readonly here: string;
  readonly there: string;
  readonly differences: readonly Difference[];
}
