import { jsonProtocol } from '../../wire/json.ts';
import type { Service } from '../operation.ts';
import { describeImages, listImages } from './images.ts';
import { getLifecyclePolicy, getRegistryPolicy, getRepositoryPolicy } from './policies.ts';
import { putImageTagMutability } from './put-image-tag-mutability.ts';
import { describePullThroughCacheRules, getAccountSetting, getAuthorizationToken } from './registry.ts';
import { describeRepositories, listTagsForResource } from './repositories.ts';

export const ecr: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: {
    DescribeRepositories: describeRepositories,
    DescribeImages: describeImages,
    ListImages: listImages,
    GetLifecyclePolicy: getLifecyclePolicy,
    GetRepositoryPolicy: getRepositoryPolicy,
    GetRegistryPolicy: getRegistryPolicy,
    GetAccountSetting: getAccountSetting,
    DescribePullThroughCacheRules: describePullThroughCacheRules,
    ListTagsForResource: listTagsForResource,
    GetAuthorizationToken: getAuthorizationToken,
    PutImageTagMutability: putImageTagMutability,
  },
};
