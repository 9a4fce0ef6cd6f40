import {
  type ComputeResource,
  DescribeComputeEnvironmentsCommand,
  DescribeJobQueuesCommand,
  DescribeJobsCommand,
  type JobDetail,
} from '@aws-sdk/client-batch';
import type { Place } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { WorkloadRef } from '../../domain/incident.ts';
import type { Puller, PullingRole } from '../../domain/puller.ts';
import { AwsTrouble } from '../errors.ts';
import { onlyOneOf, placesNamed } from '../places.ts';
import type { FactReading, Reader } from '../reader.ts';
import { rolesOfProfiles } from './instance-roles.ts';

type JobRef = Extract<WorkloadRef, { kind: 'batch-job' }>;

interface FoundJob {
  readonly place: Place;
  readonly job: JobDetail;
  readonly evidence: Evidence;
}

/** Under a job of Batch lies a task of ECS, in the network of the compute environments that its queue may use. */
export async function batchPuller(reader: Reader, ref: JobRef): Promise<FactReading<'puller'>> {
  const { place, job, evidence } = await onlyOneOf(
    placesNamed(reader, ref.place).map((each) => findJob(reader, each, ref)),
  );
  const { container, platformCapabilities = ['EC2'] } = job;
  // A job on EKS is pulled for by a node, and one of several containers says elsewhere what each of them pulls.
  if (container === undefined) throw new AwsTrouble('puller-on-platform', {});
  const resources = await environmentsOf(reader, place, job);
  const isFargate = platformCapabilities.includes('FARGATE');
  const profiles = resources.flatMap(({ instanceRole }) => (isFargate ? [] : (instanceRole ?? [])));
  const machines = await rolesOfProfiles(reader, place, profiles);
  const own = container.executionRoleArn;
  const value: Puller = {
    ...place,
    kind: isFargate ? 'batch-job' : 'ecs-instance',
    name: `job ${job.jobName} of Batch`,
    roles: [
      ...(own === undefined ? [] : [{ arn: own, source: 'execution-role' } as const]),
      ...machines.roles.map((arn): PullingRole => ({ arn, source: 'instance-role' })),
    ],
    service: null,
    placement: {
      kind: 'subnets',
      subnets: [...new Set(resources.flatMap(({ subnets = [] }) => subnets))],
      securityGroups: [...new Set(resources.flatMap(({ securityGroupIds = [] }) => securityGroupIds))],
      hasPublicAddress: isFargate ? container.networkConfiguration?.assignPublicIp === 'ENABLED' : 'unknown',
    },
    images: container.image === undefined ? [] : [container.image],
    os: container.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') === true ? 'windows' : 'linux',
    architecture: isFargate ? architectureOf(container.runtimePlatform?.cpuArchitecture) : 'unknown',
    diskGiB: null,
  };
  return { value, evidence: [evidence, ...machines.evidence] };
}

async function findJob(reader: Reader, place: Place, { job: id }: JobRef): Promise<FoundJob | null> {
  const { output, says } = await reader.ask(place, 'batch:DescribeJobs', ({ batch }) =>
    batch.send(new DescribeJobsCommand({ jobs: [id] })),
  );
  const job = output?.jobs?.[0];
  if (job === undefined) return null;
  return { place, job, evidence: says(id, job.statusReason ?? `is ${job.status ?? 'in an unknown state'}`) };
}

/** In which of them the job was started Batch does not say: all that its queue may use are looked at. */
async function environmentsOf(
  reader: Reader,
  place: Place,
  { jobQueue = '' }: JobDetail,
): Promise<readonly ComputeResource[]> {
  const { output: queues } = await reader.ask(place, 'batch:DescribeJobQueues', ({ batch }) =>
    batch.send(new DescribeJobQueuesCommand({ jobQueues: [jobQueue] })),
  );
  const order = queues?.jobQueues?.[0]?.computeEnvironmentOrder ?? [];
  const computeEnvironments = order.flatMap(({ computeEnvironment }) => computeEnvironment ?? []);
  if (computeEnvironments.length === 0) throw new AwsTrouble('workload-gone', { place });
  const { output } = await reader.ask(place, 'batch:DescribeComputeEnvironments', ({ batch }) =>
    batch.send(new DescribeComputeEnvironmentsCommand({ computeEnvironments })),
  );
  return (output?.computeEnvironments ?? []).flatMap(({ computeResources }) => computeResources ?? []);
}

function architectureOf(name: string | undefined): Puller['architecture'] {
  return name === 'ARM64' ? 'ARM64' : 'X86_64';
}
