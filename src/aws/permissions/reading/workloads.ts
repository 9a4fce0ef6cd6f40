import type { Purpose } from '../statements.ts';

const ECS = 'arn:PARTITION:ecs:*:ACCOUNT_ID';
const EKS = 'arn:PARTITION:eks:*:ACCOUNT_ID';

/** Whatever runs images, and so pulls them. */
export const WORKLOAD_PURPOSES: readonly Purpose[] = [
  {
    sid: 'SeeEcsWorkloads',
    grants: [
      { on: [`${ECS}:service/*`], actions: ['ecs:DescribeServices', 'ecs:ListServiceDeployments'] },
      { on: [`${ECS}:task/*`], actions: ['ecs:DescribeTasks'] },
      { on: [`${ECS}:service/*`, `${ECS}:service-deployment/*`], actions: ['ecs:DescribeServiceDeployments'] },
      { on: [`${ECS}:service/*`, `${ECS}:service-revision/*`], actions: ['ecs:DescribeServiceRevisions'] },
      { on: [`${ECS}:cluster/*`], actions: ['ecs:DescribeClusters', 'ecs:ListContainerInstances'] },
      { on: [`${ECS}:container-instance/*`], actions: ['ecs:DescribeContainerInstances'] },
      { on: [`${ECS}:capacity-provider/*`], actions: ['ecs:DescribeCapacityProviders'] },
    ],
  },
  {
    // ListTasks can be narrowed to container instances, which would leave out every task of Fargate.
    sid: 'FindEcsWorkloads',
    grants: [
      {
        on: ['*'],
        actions: [
          'ecs:DescribeTaskDefinition',
          'ecs:ListClusters',
          'ecs:ListServices',
          'ecs:ListTaskDefinitions',
          'ecs:ListTasks',
        ],
      },
    ],
  },
  {
    sid: 'SeeNodesOfEks',
    grants: [
      { on: [`${EKS}:cluster/*`], actions: ['eks:DescribeCluster', 'eks:ListFargateProfiles', 'eks:ListNodegroups'] },
      { on: [`${EKS}:nodegroup/*`], actions: ['eks:DescribeNodegroup'] },
      { on: [`${EKS}:fargateprofile/*`], actions: ['eks:DescribeFargateProfile'] },
    ],
  },
  {
    // Of a function that is no image, GetFunction also hands out a link to its code; nothing here follows it.
    sid: 'SeeFunctionsBuildsAndAppRunner',
    grants: [
      {
        on: ['arn:PARTITION:lambda:*:ACCOUNT_ID:function:*'],
        actions: ['lambda:GetFunction', 'lambda:GetFunctionConfiguration'],
      },
      {
        on: ['arn:PARTITION:codebuild:*:ACCOUNT_ID:project/*'],
        actions: ['codebuild:BatchGetBuilds', 'codebuild:BatchGetProjects'],
      },
      { on: ['arn:PARTITION:apprunner:*:ACCOUNT_ID:service/*'], actions: ['apprunner:DescribeService'] },
    ],
  },
  {
    sid: 'FindOtherWorkloads',
    grants: [
      {
        on: ['*'],
        actions: [
          'apprunner:ListServices',
          'batch:DescribeComputeEnvironments',
          'batch:DescribeJobDefinitions',
          'batch:DescribeJobQueues',
          'batch:DescribeJobs',
          'batch:ListJobs',
          'eks:ListClusters',
        ],
      },
    ],
  },
];
