import type { AccountId, Arn, Place } from './aws.ts';
import type { NetworkSource } from './network-estate.ts';

/** Who pulls: what fetches the image in AWS, with which role, and out of which network. Place says where it runs. */
export interface Puller extends Place {
  readonly kind: PullerKind;
  /** As a person would name it: `service checkout in cluster prod`. */
  readonly name: string;
  /**
   * The roles that may be the one that asks ECR. Several: one of them does, and AWS does not say which. None: nobody may
   * ask at all, unless `service` does.
   */
  readonly roles: readonly PullingRole[];
  /** The AWS service that asks in its own name, and needs no role for it. */
  readonly service: PullingService | null;
  readonly placement: Placement;
  /** The images that it pulls, as its own definition writes them; none where that does not say. */
  readonly images: readonly string[];
  readonly os: PullerOs;
  readonly architecture: PullerArchitecture;
  /** The disk that its images must fit on, where it is the task's own and known. */
  readonly diskGiB: number | null;
}

export type PullerOs = 'linux' | 'windows' | 'unknown';

/** As ECS spells them. */
export type PullerArchitecture = 'X86_64' | 'ARM64' | 'unknown';

/** `fargate-task` stands for every task of ECS that pulls for itself, on machines that AWS or the customer runs. */
export type PullerKind =
  | 'fargate-task'
  | 'ecs-instance'
  | 'eks-node'
  | 'eks-fargate'
  | 'lambda-function'
  | 'batch-job'
  | 'build'
  | 'apprunner-service';

/** Whether a task definition of ECS says what it pulls, with what, and what it needs besides. */
export function isTaskOfEcs({ kind }: Pick<Puller, 'kind'>): boolean {
  return kind === 'fargate-task' || kind === 'ecs-instance';
}

export interface PullingRole {
  readonly arn: Arn;
  readonly source: RoleSource;
  /** What a trust policy may ask for as `aws:SourceArn`, where it is known. */
  readonly assumedFor?: Arn;
}

/** How we know that a role pulls. */
export type RoleSource =
  | 'execution-role'
  | 'instance-role'
  | 'node-role'
  | 'pod-execution-role'
  | 'build-role'
  | 'access-role'
  | 'named-by-message'
  | 'named-by-person';

export interface PullingService {
  /** `lambda.amazonaws.com` */
  readonly principal: string;
  /** For whom it pulls: what a policy may ask for as `aws:SourceArn` and `aws:SourceAccount`. */
  readonly sourceArn: Arn;
  readonly sourceAccount: AccountId;
}

/** Where the connections of a pull leave from. */
export type Placement =
  /** From an interface of the task's own, which its service says or the task had. */
  | { readonly kind: 'task' }
  /** From whatever starts next in these subnets. No groups: it wears the default group of the VPC. */
  | {
      readonly kind: 'subnets';
      readonly subnets: readonly string[];
      readonly securityGroups: readonly string[] | 'unknown';
      readonly hasPublicAddress: boolean | 'unknown';
    }
  /** From machines that run, one source for each way in which they are connected. */
  | { readonly kind: 'machines'; readonly sources: readonly NetworkSource[] }
  /** From a network of AWS's own: nothing of the customer's can shut the way. */
  | { readonly kind: 'aws' }
  /** From a machine outside of AWS. */
  | { readonly kind: 'outside' }
  /** AWS does not say. */
  | { readonly kind: 'unseen' };
