import type { BatchJob, ComputeEnvironment } from '../estate.ts';
import { textsOf } from '../wire/input.ts';
import type { Output } from '../wire/protocol.ts';
import { REST_REFUSALS, restJsonProtocol } from '../wire/rest-json.ts';
import { type Operation, type Service, wishForAll } from './operation.ts';
import { workloadsOf } from './workloads-of.ts';

const describeJobs: Operation = {
  wishes: wishForAll,
  answer(call) {
    const wanted = textsOf(call.input, 'jobs');
    const jobs = workloadsOf(call).batchJobs ?? [];
    return { jobs: jobs.filter(({ id }) => wanted.includes(id)).map(describeJob) };
  },
};

const describeJobQueues: Operation = {
  wishes: wishForAll,
  answer(call) {
    const wanted = textsOf(call.input, 'jobQueues');
    const environments = workloadsOf(call).computeEnvironments ?? [];
    const found = environments.filter(({ arn }) => wanted.includes(queueOf(arn)));
    return {
      jobQueues: found.map(({ arn }) => ({
        jobQueueArn: queueOf(arn),
        jobQueueName: queueOf(arn).split('/').at(-1),
        state: 'ENABLED',
        status: 'VALID',
        computeEnvironmentOrder: [{ order: 1, computeEnvironment: arn }],
      })),
    };
  },
};

const describeComputeEnvironments: Operation = {
  wishes: wishForAll,
  answer(call) {
    const wanted = textsOf(call.input, 'computeEnvironments');
    const environments = workloadsOf(call).computeEnvironments ?? [];
    return { computeEnvironments: environments.filter(({ arn }) => wanted.includes(arn)).map(describeEnvironment) };
  },
};

export const batch: Service = {
  protocol: restJsonProtocol(
    [
      ['POST /v1/describejobs', 'DescribeJobs'],
      ['POST /v1/describejobqueues', 'DescribeJobQueues'],
      ['POST /v1/describecomputeenvironments', 'DescribeComputeEnvironments'],
    ],
    REST_REFUSALS,
  ),
  isGlobal: false,
  operations: {
    DescribeJobs: describeJobs,
    DescribeJobQueues: describeJobQueues,
    DescribeComputeEnvironments: describeComputeEnvironments,
  },
};

/** Each compute environment has one queue here, of the same name. */
const queueOf = (environment: string): string => environment.replace(':compute-environment/', ':job-queue/');

function describeJob({
  id,
  name,
  computeEnvironment,
  platform,
  image,
  executionRole,
  assignPublicIp,
}: BatchJob): Output {
  return {
    jobId: id,
    jobName: name,
    jobQueue: queueOf(computeEnvironment),
    status: 'FAILED',
    platformCapabilities: [platform],
    container: {
      image,
      ...(executionRole !== undefined && { executionRoleArn: executionRole }),
      ...(assignPublicIp !== undefined && { networkConfiguration: { assignPublicIp } }),
    },
  };
}

function describeEnvironment({ arn, type, subnets, securityGroupIds, instanceProfile }: ComputeEnvironment): Output {
  return {
    computeEnvironmentArn: arn,
    computeEnvironmentName: arn.split('/').at(-1),
    type: 'MANAGED',
    state: 'ENABLED',
    status: 'VALID',
    computeResources: { type, subnets, securityGroupIds, maxvCpus: 16, instanceRole: instanceProfile },
  };
}
