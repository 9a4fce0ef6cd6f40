import type { Purpose } from '../statements.ts';

const ECR = 'arn:PARTITION:ecr:*:ACCOUNT_ID';

/** What is in registries, and what happened in them. */
export const REGISTRY_PURPOSES: readonly Purpose[] = [
  {
    sid: 'SeeRepositories',
    grants: [
      {
        on: [`${ECR}:repository/*`],
        actions: [
          'ecr:DescribeImageReplicationStatus',
          'ecr:DescribeImages',
          'ecr:DescribeRepositories',
          'ecr:GetLifecyclePolicy',
          'ecr:GetLifecyclePolicyPreview',
          'ecr:GetRepositoryPolicy',
          'ecr:ListImages',
          'ecr:ListTagsForResource',
        ],
      },
    ],
  },
  {
    // The action for manifests; a layer's bytes take ecr:GetDownloadUrlForLayer, which is not here.
    sid: 'ReadManifestsButNoLayers',
    grants: [
      {
        on: [`${ECR}:repository/*`],
        actions: ['ecr:BatchGetImage'],
      },
    ],
  },
  {
    sid: 'SeeRegistrySettings',
    grants: [
      {
        on: ['*'],
        actions: [
          'ecr:DescribePullThroughCacheRules',
          'ecr:DescribeRegistry',
          'ecr:DescribeRepositoryCreationTemplates',
          'ecr:GetAccountSetting',
          'ecr:GetRegistryPolicy',
          'ecr:GetRegistryScanningConfiguration',
          'ecr:ListPullTimeUpdateExclusions',
          'ecr:ValidatePullThroughCacheRule',
        ],
      },
    ],
  },
  {
    sid: 'SeeKeysOfRepositories',
    grants: [
      {
        on: ['arn:PARTITION:kms:*:ACCOUNT_ID:key/*'],
        actions: ['kms:DescribeKey', 'kms:ListGrants'],
      },
    ],
  },
  {
    // ECR takes no other names for them. (ECR user guide, "Storing your upstream repository credentials".)
    sid: 'SeeThatSecretsOfPullThroughCachesExist',
    grants: [
      {
        on: ['arn:PARTITION:secretsmanager:*:ACCOUNT_ID:secret:ecr-pullthroughcache/*'],
        actions: ['secretsmanager:DescribeSecret'],
      },
    ],
  },
  {
    sid: 'SeeWhatChangedLately',
    grants: [
      {
        on: ['*'],
        actions: ['cloudtrail:LookupEvents'],
      },
    ],
  },
];
