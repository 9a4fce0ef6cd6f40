import { pageOf } from '../../page.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import { type Operation, wishForAll } from '../operation.ts';
import { ECR_PAGE } from './paging.ts';
import { invalidParameter, notFound, registryIdOf, registryOf, wishForRegistry } from './repository.ts';

const TWELVE_HOURS = 12 * 60 * 60 * 1000;

/** Settings that ECR knows besides the one that the estate models, with what a new registry has. */
const OTHER_SETTINGS: Readonly<Record<string, string>> = {
  BASIC_SCAN_TYPE_VERSION: 'AWS_NATIVE',
  BLOB_MOUNTING: 'DISABLED',
};

export const getAccountSetting: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const name = textOf(call.input, 'name') ?? '';
    const value = name === 'REGISTRY_POLICY_SCOPE' ? registryOf(call).policyScope : OTHER_SETTINGS[name];
    if (value === undefined) throw invalidParameter('name', 'must be the name of an account setting');
    return { name, value };
  },
};

export const describePullThroughCacheRules: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const wanted = textsOf(call.input, 'ecrRepositoryPrefixes');
    const rules = registryOf(call).pullThroughCacheRules;
    const missing = wanted.find((prefix) => !rules.some((rule) => rule.prefix === prefix));
    if (missing !== undefined) {
      const sentence = `Pull through cache rule with prefix '${missing}' does not exist`;
      throw notFound('PullThroughCacheRuleNotFoundException', sentence, call);
    }
    const matching = rules.filter(({ prefix }) => wanted.length === 0 || wanted.includes(prefix));
    const { page, nextToken } = pageOf(matching, call.input, ECR_PAGE);
    const pullThroughCacheRules = page.map((rule) => ({
      ecrRepositoryPrefix: rule.prefix,
      upstreamRegistryUrl: rule.upstreamUrl,
      upstreamRegistry: rule.upstream,
      createdAt: rule.createdAt,
      registryId: registryIdOf(call),
      credentialArn: rule.credentialArn,
    }));
    return { pullThroughCacheRules, nextToken };
  },
};

export const getAuthorizationToken: Operation = {
  wishes: wishForAll,
  answer: ({ caller, region, at }) => ({
    authorizationData: [
      {
        // Base64 of `AWS:password`, as Docker wants it; this password opens nothing.
        authorizationToken: Buffer.from(`AWS:sandbox-${caller.accessKeyId}`).toString('base64'),
        expiresAt: new Date(at.getTime() + TWELVE_HOURS).toISOString(),
        proxyEndpoint: `https://${caller.account}.dkr.ecr.${region}.amazonaws.com`,
      },
    ],
  }),
};
