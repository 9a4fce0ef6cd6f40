import { DescribeServiceCommand } from '@aws-sdk/client-apprunner';
import {
  DescribeComputeEnvironmentsCommand,
  DescribeJobQueuesCommand,
  DescribeJobsCommand,
} from '@aws-sdk/client-batch';
import { BatchGetProjectsCommand } from '@aws-sdk/client-codebuild';
import {
  DescribeClusterCommand,
  DescribeFargateProfileCommand,
  DescribeNodegroupCommand,
  ListFargateProfilesCommand,
  ListNodegroupsCommand,
} from '@aws-sdk/client-eks';
import { GetFunctionCommand } from '@aws-sdk/client-lambda';
import { NOBODY, type Probe } from '../probe.ts';

const letIn = ['ResourceNotFoundException'];
const clusterName = NOBODY;

/** Whatever runs images outside of ECS. Batch and CodeBuild answer about what does not exist with an empty list. */
export const WORKLOAD_PROBES = {
  'eks:DescribeCluster': { send: ({ eks }) => eks.send(new DescribeClusterCommand({ name: NOBODY })), letIn },
  'eks:ListNodegroups': { send: ({ eks }) => eks.send(new ListNodegroupsCommand({ clusterName })), letIn },
  'eks:DescribeNodegroup': {
    send: ({ eks }) => eks.send(new DescribeNodegroupCommand({ clusterName, nodegroupName: NOBODY })),
    letIn,
  },
  'eks:ListFargateProfiles': { send: ({ eks }) => eks.send(new ListFargateProfilesCommand({ clusterName })), letIn },
  'eks:DescribeFargateProfile': {
    send: ({ eks }) => eks.send(new DescribeFargateProfileCommand({ clusterName, fargateProfileName: NOBODY })),
    letIn,
  },
  'lambda:GetFunction': { send: ({ lambda }) => lambda.send(new GetFunctionCommand({ FunctionName: NOBODY })), letIn },
  'batch:DescribeJobs': { send: ({ batch }) => batch.send(new DescribeJobsCommand({ jobs: [NOBODY] })) },
  'batch:DescribeJobQueues': {
    send: ({ batch }) => batch.send(new DescribeJobQueuesCommand({ jobQueues: [NOBODY] })),
  },
  'batch:DescribeComputeEnvironments': {
    send: ({ batch }) => batch.send(new DescribeComputeEnvironmentsCommand({ computeEnvironments: [NOBODY] })),
  },
  'codebuild:BatchGetProjects': {
    send: ({ codebuild }) => codebuild.send(new BatchGetProjectsCommand({ names: [NOBODY] })),
  },
  'apprunner:DescribeService': {
    send: ({ apprunner }, { partition, region, account }) =>
      apprunner.send(
        new DescribeServiceCommand({
          ServiceArn: `arn:${partition}:apprunner:${region}:${account}:service/${NOBODY}/${'0'.repeat(32)}`,
        }),
      ),
    letIn,
  },
} satisfies Readonly<Record<string, Probe>>;
