import type { AccountId, Arn, Place } from './aws.ts';
import type { Gap } from './evidence.ts';
import type { NetworkEstate } from './network-estate.ts';
import type { PolicyText } from './registry-facts.ts';

export interface EcsWorkload extends Place {
  readonly cluster: string;
  readonly service: string | null;
  readonly taskDefinition: Arn;
  readonly launchType: 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES' | 'unknown';
  readonly executionRole: Arn | null;
  /** Image references as the task definition writes them, in its order. */
  readonly images: readonly string[];
  /** The one that could not be pulled, when we looked at a task and it says so. */
  readonly failedImage: string | null;
  /** `null` when the task has no network of its own: `bridge` and `host` use the instance's. */
  readonly network: EcsNetwork | null;
  /** `1.4.0`, `LATEST`; `null` outside of Fargate. */
  readonly platformVersion: string | null;
  readonly os: 'linux' | 'windows' | 'unknown';
}

/** Where ECS puts the interfaces of a service's tasks, or where it put this task's. */
export interface EcsNetwork {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: boolean;
  /** The task's interface, when we looked at a task. */
  readonly networkInterface: string | null;
}

export interface PullerNetwork {
  /** One for each subnet that the puller may start in. */
  readonly estates: readonly NetworkEstate[];
  /** Why parts of them are `unknown`; none when everything could be read. */
  readonly gaps: readonly Gap[];
}

export interface PullerRole {
  readonly arn: Arn;
  readonly account: AccountId;
  /** How we know that this role pulls. */
  readonly source: 'execution-role' | 'named-by-message' | 'named-by-person';
  /** `false`: AWS says that there is no role of this name. */
  readonly exists: boolean;
  readonly trustPolicy: string | null;
  readonly policies: readonly PolicyText[];
  readonly permissionsBoundary: PolicyText | null;
}
