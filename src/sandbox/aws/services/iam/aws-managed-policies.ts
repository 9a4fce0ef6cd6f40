import type { ManagedPolicy } from '../../estate.ts';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/**
 * Those of AWS's own policies that are found on roles that pull, as far as pulling is concerned, written down after the
 * AWS managed policy reference. Statements about anything but ECR are left out where they are long;
 * version ids and times are near enough.
 */
export const AWS_MANAGED_POLICIES: readonly ManagedPolicy[] = [
  awsPolicy('AmazonECSTaskExecutionRolePolicy', '/service-role/', 'v1', '2017-11-16T18:48:22Z', [
    'ecr:GetAuthorizationToken',
    ...PULL,
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]),
  awsPolicy('AmazonEC2ContainerServiceforEC2Role', '/service-role/', 'v7', '2015-03-19T18:45:18Z', [
    'ec2:DescribeTags',
    'ecs:CreateCluster',
    'ecs:DeregisterContainerInstance',
    'ecs:DiscoverPollEndpoint',
    'ecs:Poll',
    'ecs:RegisterContainerInstance',
    'ecs:StartTelemetrySession',
    'ecs:UpdateContainerInstancesState',
    'ecs:Submit*',
    'ecr:GetAuthorizationToken',
    ...PULL,
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]),
  awsPolicy('AmazonEC2ContainerRegistryPullOnly', '/', 'v1', '2024-10-07T19:44:00Z', [
    'ecr:GetAuthorizationToken',
    'ecr:BatchGetImage',
    'ecr:GetDownloadUrlForLayer',
    'ecr:BatchImportUpstreamImage',
  ]),
  awsPolicy('AmazonEC2ContainerRegistryReadOnly', '/', 'v4', '2015-12-21T17:04:15Z', [
    'ecr:GetAuthorizationToken',
    ...PULL,
    'ecr:GetRepositoryPolicy',
    'ecr:DescribeRepositories',
    'ecr:ListImages',
    'ecr:DescribeImages',
    'ecr:GetLifecyclePolicy',
    'ecr:GetLifecyclePolicyPreview',
    'ecr:ListTagsForResource',
    'ecr:DescribeImageScanFindings',
  ]),
  awsPolicy('AmazonEKSFargatePodExecutionRolePolicy', '/', 'v1', '2019-11-22T22:41:00Z', [
    'ecr:GetAuthorizationToken',
    ...PULL,
  ]),
];

function awsPolicy(
  name: string,
  path: string,
  versionId: string,
  createdAt: string,
  actions: readonly string[],
): ManagedPolicy {
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });
  return { name, path, versionId, createdAt, document, arn: `arn:aws:iam::aws:policy${path}${name}` };
}
