import type { Arn } from '../../../domain/aws.ts';
import type { Learned, Unknown } from '../../../domain/facts.ts';
import type { EcsWorkload } from '../../../domain/facts/puller.ts';
import type { Puller, PullerKind } from '../../../domain/puller.ts';
import type { PathQuery } from '../../../semantics/vpc-path/leg-path.ts';

/** Who goes the ways of a pull, as far as it decides which ways those are. */
export interface PullWay {
  readonly platform: PathQuery['platform'];
  readonly os: Puller['os'];
  /** Those that may be the one that asks; none: nobody may. */
  readonly roles: readonly Arn[];
}

const PLATFORMS: Readonly<Record<PullerKind, PathQuery['platform']>> = {
  'fargate-task': 'fargate-1.4+',
  'ecs-instance': 'ec2-instance',
  'eks-node': 'eks-node',
  'eks-fargate': 'eks-fargate',
  'batch-job': 'fargate-1.4+',
  build: 'fargate-1.4+',
  'lambda-function': 'lambda',
  'apprunner-service': 'lambda',
};

type Learn = <Name extends 'puller' | 'pullerRoles' | 'workload'>(name: Name) => Promise<Learned<Name>>;

/** From what kind of place the pull leaves, and as whom; a gap where the puller, or the interface of its task, is not known. */
export async function learnPullWay(learn: Learn): Promise<{ known: true; value: PullWay } | Unknown> {
  const puller = await learn('puller');
  if (!puller.known) return puller;
  const { os, kind, placement, roles } = puller.value;
  const asked = await learn('pullerRoles');
  // A task's own interface is read of a workload of ECS alone.
  const workload = placement.kind === 'task' ? await learn('workload') : null;
  if (workload !== null && !workload.known) return workload;
  const isOld = workload !== null && isBefore14(workload.value);
  const value: PullWay = {
    platform: isOld ? 'fargate-1.3' : PLATFORMS[kind],
    os,
    roles: (asked.known ? asked.value : roles).map(({ arn }) => arn),
  };
  return { known: true, value };
}

/** Windows counts its platform versions from 1.0 again; all of them came after Linux's 1.4. */
function isBefore14({ os, platformVersion }: EcsWorkload): boolean {
  return os !== 'windows' && /^1\.[0-3](\.|$)/.test(platformVersion ?? '');
}
