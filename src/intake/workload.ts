import type { Place } from '../domain/aws.ts';
import type { Denial, Platform, WorkloadRef } from '../domain/incident.ts';
import { placesAfter, type MessageText } from './message-text.ts';
import { readReference } from './read-reference.ts';
import { isRegion } from './registry-host.ts';

/** Who was pulling, as far as the message says: the most exact first. `null` when it does not say. */
export function findWorkload(message: MessageText, platform: Platform, denial: Denial | null): WorkloadRef | null {
  return (
    ecsService(message) ??
    ecsTask(message) ??
    lambdaFunction(message) ??
    otherService(message) ??
    pod(message, platform) ??
    role(denial)
  );
}

/** `arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/NAME`, or a service event beside the ARN or the name of its cluster. */
function ecsService(message: MessageText): WorkloadRef | null {
  const named = arns(message, 'ecs').find(({ resource }) => /^service\/[^/]+\/[^/]+$/.test(resource));
  if (named !== undefined) {
    const [, cluster = '', service = ''] = named.resource.split('/');
    return { kind: 'ecs-service', place: named.place, cluster, service };
  }
  const service = /\(service ([\w-]{1,255})\)/.exec(message.flat)?.[1];
  const cluster = clusterOf(message);
  return service === undefined || cluster === null ? null : { kind: 'ecs-service', ...cluster, service };
}

/** `arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/ID`; the oldest ARNs leave the cluster out. */
function ecsTask(message: MessageText): WorkloadRef | null {
  const named = arns(message, 'ecs').find(({ resource }) => /^task\/(?:[^/]+\/)?[0-9a-f-]{32,36}$/.test(resource));
  if (named === undefined) return null;
  const parts = named.resource.split('/');
  const task = parts.at(-1) ?? '';
  const cluster = parts.length === 3 ? parts[1] : clusterOf(message)?.cluster;
  return { kind: 'ecs-task', place: named.place, task, ...(cluster !== undefined && { cluster }) };
}

function clusterOf(message: MessageText): { place: Partial<Place>; cluster: string } | null {
  const named = arns(message, 'ecs').find(({ resource }) => /^cluster\/[\w-]+$/.test(resource));
  if (named !== undefined) return { place: named.place, cluster: named.resource.slice('cluster/'.length) };
  const cluster = /\bcluster(?:Name)?["']?\s?[:=]?\s?["'(]?([A-Za-z][\w-]{0,254})\b["')]/i.exec(message.flat)?.[1];
  return cluster === undefined ? null : { place: {}, cluster };
}

function lambdaFunction(message: MessageText): WorkloadRef | null {
  const named = arns(message, 'lambda').find(({ resource }) => resource.startsWith('function:'));
  const functionName = named?.resource.split(':')[1];
  if (named === undefined || functionName === undefined || functionName === '*') return null;
  return { kind: 'lambda-function', place: named.place, functionName };
}

/** A job of Batch, a project of CodeBuild or one of its builds, a service of App Runner: each by its ARN. */
function otherService(message: MessageText): WorkloadRef | null {
  for (const { place, resource } of arns(message, 'batch')) {
    const job = /^job\/([\w:-]{1,128})$/.exec(resource)?.[1];
    if (job !== undefined) return { kind: 'batch-job', place, job };
  }
  for (const { place, resource } of arns(message, 'codebuild')) {
    const project = /^(?:project|build)\/([\w-]{2,150})(?::[\w-]+)?$/.exec(resource)?.[1];
    if (project !== undefined) return { kind: 'build-project', place, project };
  }
  for (const { place, resource, arn } of arns(message, 'apprunner')) {
    if (/^service\/[\w-]{4,40}\/[0-9a-f]{32}$/.test(resource))
      return { kind: 'apprunner-service', place, service: arn };
  }
  return null;
}

/** Source: kubernetes: the scheduler's event, the kubelet's log, and `kubectl describe pod`. */
function pod(message: MessageText, platform: Platform): WorkloadRef | null {
  if (platform !== 'kubernetes') return null;
  const { flat } = message;
  const name = String.raw`([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)`;
  const assigned = new RegExp(String.raw`assigned ${name}/${name} to ${name}`).exec(flat);
  const logged = new RegExp(String.raw`\bpod="?${name}/${name}"?`).exec(flat);
  const [, namespace = described(flat, 'Namespace'), podName = described(flat, 'Name') ?? listed(flat)] =
    assigned ?? logged ?? [];
  const node = assigned?.[3] ?? new RegExp(String.raw`\bkubelet, ${name} `).exec(flat)?.[1] ?? described(flat, 'Node');
  const named = arns(message, 'eks').find(({ resource }) => /^cluster\/[\w-]{1,100}$/.test(resource));
  if (namespace === undefined && podName === undefined && node === undefined && named === undefined) return null;
  return {
    kind: 'kubernetes-pod',
    ...(named !== undefined && { place: named.place, cluster: named.resource.slice('cluster/'.length) }),
    ...(namespace !== undefined && { namespace }),
    ...(podName !== undefined && { pod: podName }),
    ...(node !== undefined && { node }),
  };
}

/** Source: `kubectl get events`: the object of an event. Several pods of one storm are no one pod. */
function listed(flat: string): string | undefined {
  const pods = new Set([...flat.matchAll(/\sFailed pod\/([a-z0-9][a-z0-9.-]{0,252})\s/gi)].map(([, name]) => name));
  return pods.size === 1 ? [...pods][0] : undefined;
}

function described(flat: string, field: string): string | undefined {
  return new RegExp(String.raw`(?:^|\n)${field}: ([a-z0-9][a-z0-9.-]{0,252})`).exec(flat)?.[1];
}

/** The session in the denial came from a role; a role's path is not in it. */
function role(denial: Denial | null): WorkloadRef | null {
  const assumed = /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(denial?.principal ?? '');
  if (assumed === null) return null;
  return { kind: 'role', role: `arn:${assumed[1]}:iam::${assumed[2]}:role/${assumed[3]}` };
}

interface NamedResource {
  readonly place: Partial<Place>;
  readonly resource: string;
  readonly arn: string;
}

function arns(
  message: MessageText,
  service: 'ecs' | 'lambda' | 'batch' | 'codebuild' | 'apprunner' | 'eks',
): NamedResource[] {
  const partitions = ['aws', 'aws-cn', 'aws-us-gov'];
  return partitions.flatMap((partition) =>
    placesAfter(message, `arn:${partition}:${service}:`).map((at) => {
      const { written } = readReference(message.flat, at, true);
      const [region = '', account = '', ...rest] = written.split(':');
      const place = { ...(isRegion(region) && { region }), ...(/^\d{12}$/.test(account) && { account }) };
      return { place, resource: rest.join(':'), arn: `arn:${partition}:${service}:${written}` };
    }),
  );
}
