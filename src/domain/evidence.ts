import type { AccountId, Action, Arn, Place, Region, Timestamp } from './aws.ts';

/** One thing that AWS said: which call, where, about what, and when. Each can be repeated by hand. */
export interface Evidence {
  readonly action: Action;
  readonly place: Place;
  readonly subject: string;
  /** What came back, in a few words, with the few fields that matter. */
  readonly observed: string;
  readonly at: Timestamp;
}

/** Why a fact could not be learned. It says something about us, and nothing about the pull. */
export interface Gap {
  /** The name of the fact that could not be learned. */
  readonly fact: string;
  readonly reason: GapReason;
  /** The call that we could not make; `null` when we did not know what to ask about. */
  readonly action: Action | null;
  readonly account: AccountId | null;
  readonly region: Region | null;
  /** The role that we used or tried to use. */
  readonly role: Arn | null;
  /** Of what was denied: what a statement that allows the call should name, as the reading policy of docs/iam does. */
  readonly resources?: readonly string[];
  /** Our own identity, when a role's trust must name it. */
  readonly self: Arn | null;
  /** Of what is too much to read: how far we came. */
  readonly read?: ReadSoFar;
}

/** The newest of something, and nothing of what is older. */
export interface ReadSoFar {
  readonly count: number;
  /** As AWS calls them: `PolicyExecutionEvent`. */
  readonly what: string;
  readonly backTo: Timestamp;
}

export const GAP_REASONS = [
  /** Our reading role may not make the call. */
  'denied',
  'throttled',
  /** There is more to read than one diagnosis may ask for. */
  'too-much',
  /** The service did not answer, or not in a way that we understand. */
  'unavailable',
  /** We have no identity of our own in AWS, or one that is no longer valid. */
  'no-credentials',
  /** The account is not in ecr-why.yml. */
  'account-not-configured',
  /** The account is configured, but its reading role did not let us in. */
  'role-not-assumable',
  /** Neither the message nor the person says who pulls. */
  'puller-not-named',
  /** Who was denied, as the message says, is a user or a root: only roles are judged. */
  'puller-is-no-role',
  /** Lambda pulls by itself, and nobody names the function that it pulls for. */
  'puller-is-a-service',
  /** A node of a Kubernetes cluster pulls, and nobody names the cluster, the node or the role. */
  'puller-on-node',
  /** The task runs on an instance, and none of its cluster can be seen that could be the one. */
  'puller-on-instance',
  /** Batch, CodeBuild or App Runner pulls, and nobody names the job, the project or the service. */
  'puller-on-platform',
  /** Who pulls is known, but not out of which network. */
  'puller-network-unseen',
  /** The task runs on a machine outside of AWS, and so does its way to the registry. */
  'puller-outside-aws',
  /** No ECS service of the configured accounts uses the image. */
  'no-puller-found',
  /** Several services use the image and pull it in different ways, or several places have what was named. */
  'several-pullers',
  /** No place that was asked has a cluster or service of the name that was given. */
  'workload-not-found',
  /** What was named is no longer to be seen: a stopped task is forgotten after about an hour. */
  'workload-gone',
  /** The workload is there, but its task definition was deleted. */
  'task-definition-gone',
  /** ECS keeps deployments for 90 days, and describes none from before 25 October 2024. */
  'deployment-not-kept',
] as const;

export type GapReason = (typeof GAP_REASONS)[number];
