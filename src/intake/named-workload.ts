import type { Place } from '../domain/aws.ts';
import type { WorkloadRef } from '../domain/incident.ts';
import { readMessage } from './parse-message.ts';

/** The options by which a person says who pulls, in the terminal and in Slack alike. */
export const WORKLOAD_OPTIONS = [
  'cluster',
  'service',
  'task',
  'role',
  'eks-cluster',
  'node',
  'nodegroup',
  'namespace',
  'workload',
] as const;

export type WorkloadOption = (typeof WORKLOAD_OPTIONS)[number];

type Options = Readonly<Partial<Record<WorkloadOption, string | undefined>>>;

/**
 * Who pulls, as the options name it; `null` when they name nobody; a problem in words, without a full stop, when they do
 * not fit together. What was given is never repeated: a secret may have been pasted by mistake.
 */
export function readNamedWorkload(options: Options, place: Partial<Place> = {}): WorkloadRef | string | null {
  const { cluster, service, task, role, workload, 'eks-cluster': eksCluster, node } = options;
  const named = [service, task, role, workload, eksCluster ?? node].filter((value) => value !== undefined);
  if (named.length > 1) return 'Name one of --service, --task, --role, --eks-cluster and --workload';
  if (eksCluster !== undefined || node !== undefined) return readPod(options, place);
  if (options.nodegroup !== undefined || options.namespace !== undefined)
    return '--nodegroup and --namespace need --eks-cluster';
  if (role !== undefined) return readRole(role);
  if (task !== undefined) return readTask(task, cluster, place);
  if (workload !== undefined) return readArn(workload);
  if (service !== undefined)
    return { kind: 'ecs-service', place, cluster: lastPart(cluster ?? 'default'), service: lastPart(service) };
  return cluster === undefined ? null : '--cluster needs --service or --task: a cluster alone does not say who pulls';
}

/** A node alone is enough: its instance tells the rest. */
function readPod(options: Options, place: Partial<Place>): WorkloadRef | string {
  const { 'eks-cluster': cluster, node, nodegroup, namespace } = options;
  if (node !== undefined && nodegroup !== undefined) return 'Name one of --node and --nodegroup';
  if (cluster === undefined && (nodegroup !== undefined || namespace !== undefined))
    return '--nodegroup and --namespace need --eks-cluster';
  return {
    kind: 'kubernetes-pod',
    place: { ...(cluster !== undefined && placeOf(cluster)), ...place },
    ...(cluster !== undefined && { cluster: lastPart(cluster) }),
    ...(node !== undefined && { node }),
    ...(nodegroup !== undefined && { nodegroup }),
    ...(namespace !== undefined && { namespace }),
  };
}

function readRole(role: string): WorkloadRef | string {
  return /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/.test(role)
    ? { kind: 'role', role }
    : '--role needs the ARN of a role, such as arn:aws:iam::123456789012:role/checkout-exec';
}

function readTask(task: string, cluster: string | undefined, place: Partial<Place>): WorkloadRef | string {
  const named = cluster === undefined ? {} : { cluster: lastPart(cluster) };
  const { workload } = readMessage(task);
  if (workload?.kind === 'ecs-task') return { ...workload, place: { ...workload.place, ...place }, ...named };
  if (/^[0-9a-f-]{32,36}$/.test(task) && cluster !== undefined) return { kind: 'ecs-task', place, task, ...named };
  return '--task needs the ARN of a task';
}

function readArn(arn: string): WorkloadRef | string {
  const { workload } = readMessage(arn);
  const isNamed = workload !== null && workload.kind !== 'role' && arn.startsWith('arn:');
  return isNamed
    ? workload
    : '--workload needs the ARN of a function of Lambda, a job of Batch, a project of CodeBuild or a service of App Runner';
}

/** The name at the end of an ARN, or the name itself. */
function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name;
}

function placeOf(name: string): Partial<Place> {
  const [, region, account] = /^arn:aws[\w-]*:eks:([a-z\d-]+):(\d{12}):cluster\//.exec(name) ?? [];
  return region === undefined || account === undefined ? {} : { region, account };
}
