import { healthyEstate } from '../healthy-estate.ts';
import { findAccount } from '../parts/find.ts';
import { workloadsIn } from '../parts/functions.ts';
import { HOME, registryHost, roleArn, WORKLOAD } from '../parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP } from '../parts/network.ts';
import { serviceRole } from '../parts/role.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const JOB = 'b7d9a1c2-3e4f-4a5b-8c6d-7e8f90a1b2c3';
const ENVIRONMENT = `arn:aws:batch:${HOME}:${WORKLOAD}:compute-environment/nightly`;
const IMAGE = `${registryHost()}/shop/api:v4.12.1`;

export const batchJobDenied: World = {
  id: 'batch-job-denied',
  title: 'The execution role of a job may not pull',
  breaks: 'The job report of AWS Batch runs on Fargate, and its execution role has no right to pull.',
  message: `Job arn:aws:batch:${HOME}:${WORKLOAD}:job/${JOB} failed.\nCannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${IMAGE}: unexpected status from HEAD request to https://${registryHost()}/v2/shop/api/manifests/v4.12.1: 403 Forbidden`,
  workload: { kind: 'batch-job', place: { account: WORKLOAD, region: HOME }, job: JOB },
  expect: { conclusion: 'explained', cause: 'denied-pull', alsoWrong: ['denied-token'] },
  build(now) {
    const estate = healthyEstate(now);
    findAccount(estate, WORKLOAD).roles.push(
      serviceRole(WORKLOAD, 'report-exec', ago(estate.now, { days: 9 }), 'ecs-tasks.amazonaws.com', []),
    );
    const workloads = workloadsIn(estate);
    workloads.computeEnvironments = [
      { arn: ENVIRONMENT, type: 'FARGATE', subnets: [...PRIVATE_SUBNETS], securityGroupIds: [TASK_GROUP] },
    ];
    workloads.batchJobs = [
      {
        id: JOB,
        name: 'report',
        computeEnvironment: ENVIRONMENT,
        platform: 'FARGATE',
        image: IMAGE,
        executionRole: roleArn(WORKLOAD, 'report-exec'),
      },
    ];
    return estate;
  },
};
