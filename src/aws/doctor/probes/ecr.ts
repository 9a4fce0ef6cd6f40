import {
  BatchGetImageCommand,
  DescribeImageReplicationStatusCommand,
  DescribeImagesCommand,
  DescribePullThroughCacheRulesCommand,
  DescribeRegistryCommand,
  DescribeRepositoriesCommand,
  DescribeRepositoryCreationTemplatesCommand,
  GetAccountSettingCommand,
  GetLifecyclePolicyCommand,
  GetRegistryPolicyCommand,
  GetRegistryScanningConfigurationCommand,
  GetRepositoryPolicyCommand,
  ListImagesCommand,
  ListTagsForResourceCommand,
  ValidatePullThroughCacheRuleCommand,
} from '@aws-sdk/client-ecr';
import { NOBODY, type Probe } from '../probe.ts';

const letIn = ['RepositoryNotFoundException'];
const repositoryName = NOBODY;
const imageId = { imageTag: NOBODY };

export const ECR_PROBES = {
  'ecr:DescribeRepositories': {
    send: ({ ecr }) => ecr.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] })),
    letIn,
  },
  'ecr:DescribeImages': {
    send: ({ ecr }) => ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: [imageId] })),
    letIn,
  },
  'ecr:ListImages': { send: ({ ecr }) => ecr.send(new ListImagesCommand({ repositoryName })), letIn },
  'ecr:BatchGetImage': {
    send: ({ ecr }) => ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [imageId] })),
    letIn,
  },
  'ecr:DescribeImageReplicationStatus': {
    send: ({ ecr }) => ecr.send(new DescribeImageReplicationStatusCommand({ repositoryName, imageId })),
    letIn,
  },
  'ecr:GetRepositoryPolicy': { send: ({ ecr }) => ecr.send(new GetRepositoryPolicyCommand({ repositoryName })), letIn },
  'ecr:GetLifecyclePolicy': { send: ({ ecr }) => ecr.send(new GetLifecyclePolicyCommand({ repositoryName })), letIn },
  'ecr:ListTagsForResource': {
    send: ({ ecr }, { partition, region, account }) =>
      ecr.send(
        new ListTagsForResourceCommand({
          resourceArn: `arn:${partition}:ecr:${region}:${account}:repository/${repositoryName}`,
        }),
      ),
    letIn,
  },
  'ecr:DescribeRegistry': { send: ({ ecr }) => ecr.send(new DescribeRegistryCommand({})) },
  'ecr:GetRegistryPolicy': {
    send: ({ ecr }) => ecr.send(new GetRegistryPolicyCommand({})),
    letIn: ['RegistryPolicyNotFoundException'],
  },
  'ecr:GetAccountSetting': {
    send: ({ ecr }) => ecr.send(new GetAccountSettingCommand({ name: 'REGISTRY_POLICY_SCOPE' })),
  },
  'ecr:GetRegistryScanningConfiguration': {
    send: ({ ecr }) => ecr.send(new GetRegistryScanningConfigurationCommand({})),
  },
  'ecr:DescribePullThroughCacheRules': {
    send: ({ ecr }) => ecr.send(new DescribePullThroughCacheRulesCommand({ maxResults: 1 })),
  },
  'ecr:DescribeRepositoryCreationTemplates': {
    send: ({ ecr }) => ecr.send(new DescribeRepositoryCreationTemplatesCommand({ maxResults: 1 })),
  },
  // Of a rule that exists it would log in upstream; of one that does not it only says so.
  'ecr:ValidatePullThroughCacheRule': {
    send: ({ ecr }) => ecr.send(new ValidatePullThroughCacheRuleCommand({ ecrRepositoryPrefix: NOBODY })),
    letIn: ['PullThroughCacheRuleNotFoundException'],
  },
} satisfies Readonly<Record<string, Probe>>;
