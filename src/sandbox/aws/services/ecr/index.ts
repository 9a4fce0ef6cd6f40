import { jsonProtocol } from '../../wire/json.ts';
import type { Service } from '../operation.ts';
import { batchGetImage } from './batch-get-image.ts';
import { describeImages, listImages } from './images.ts';
import { getLifecyclePolicy, getRegistryPolicy, getRepositoryPolicy } from './policies.ts';
import {
  describePullThroughCacheRules,
  describeRepositoryCreationTemplates,
  validatePullThroughCacheRule,
} from './pull-through-cache.ts';
import { putImageTagMutability } from './put-image-tag-mutability.ts';
import { getAccountSetting, getAuthorizationToken, getRegistryScanningConfiguration } from './registry.ts';
import { describeImageReplicationStatus, describeRegistry } from './replication.ts';
import { describeRepositories, listTagsForResource } from './repositories.ts';

export const ecr: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: {
    DescribeRepositories: describeRepositories,
    DescribeImages: describeImages,
    ListImages: listImages,
    BatchGetImage: batchGetImage,
    GetLifecyclePolicy: getLifecyclePolicy,
    GetRepositoryPolicy: getRepositoryPolicy,
    GetRegistryPolicy: getRegistryPolicy,
    GetAccountSetting: getAccountSetting,
    GetRegistryScanningConfiguration: getRegistryScanningConfiguration,
    DescribePullThroughCacheRules: describePullThroughCacheRules,
    ValidatePullThroughCacheRule: validatePullThroughCacheRule,
    DescribeRepositoryCreationTemplates: describeRepositoryCreationTemplates,
    DescribeRegistry: describeRegistry,
    DescribeImageReplicationStatus: describeImageReplicationStatus,
    ListTagsForResource: listTagsForResource,
    GetAuthorizationToken: getAuthorizationToken,
    PutImageTagMutability: putImageTagMutability,
  },
};
