import type { PullThroughCacheRule } from '../../estate.ts';
import { pageOf } from '../../page.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import type { AwsFault } from '../../wire/faults.ts';
import type { Call, Operation } from '../operation.ts';
import { findSecret } from '../secretsmanager.ts';
import { ECR_PAGE } from './paging.ts';
import { notFound, registryIdOf, registryOf, wishForRegistry } from './repository.ts';

export const describePullThroughCacheRules: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const wanted = textsOf(call.input, 'ecrRepositoryPrefixes');
    const rules = registryOf(call).pullThroughCacheRules;
    const missing = wanted.find((prefix) => !rules.some((rule) => rule.prefix === prefix));
    if (missing !== undefined) throw ruleNotFound(call, missing);
    const matching = rules.filter(({ prefix }) => wanted.length === 0 || wanted.includes(prefix));
    const { page, nextToken } = pageOf(matching, call.input, ECR_PAGE);
    const pullThroughCacheRules = page.map((rule) => ({
      ...fieldsOf(rule),
      upstreamRegistry: rule.upstream,
      createdAt: rule.createdAt,
      registryId: registryIdOf(call),
    }));
    return { pullThroughCacheRules, nextToken };
  },
};

export const validatePullThroughCacheRule: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const prefix = textOf(call.input, 'ecrRepositoryPrefix') ?? '';
    const rule = registryOf(call).pullThroughCacheRules.find((each) => each.prefix === prefix);
    if (rule === undefined) throw ruleNotFound(call, prefix);
    const failure = failureOf(call, rule);
    return {
      ...fieldsOf(rule),
      registryId: registryIdOf(call),
      isValid: failure === null,
      ...(failure !== null && { failure }),
    };
  },
};

export const describeRepositoryCreationTemplates: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const { page, nextToken } = pageOf(registryOf(call).creationTemplates, call.input, ECR_PAGE);
    const repositoryCreationTemplates = page.map(({ repositoryPolicy, ...template }) => ({
      ...template,
      ...(repositoryPolicy !== null && { repositoryPolicy }),
    }));
    return { registryId: registryIdOf(call), repositoryCreationTemplates, nextToken };
  },
};

function fieldsOf(rule: PullThroughCacheRule) {
  return {
    ecrRepositoryPrefix: rule.prefix,
    upstreamRegistryUrl: rule.upstreamUrl,
    upstreamRepositoryPrefix: rule.upstreamPrefix,
    credentialArn: rule.credentialArn,
    customRoleArn: rule.customRoleArn,
  };
}

/** What AWS says here is not documented; the sentences are after its errors of the same kinds. */
function failureOf({ estate, caller, region }: Call, rule: PullThroughCacheRule): string | null {
  if (rule.credentialArn !== undefined) {
    const account = estate.accounts.find(({ id }) => id === caller.account);
    const secret = account === undefined ? undefined : findSecret(account, region, rule.credentialArn);
    if (secret === undefined) return 'The ARN of the secret specified in the pull through cache rule was not found.';
    if (secret.deletedAt !== null) return 'The secret is unable to be accessed.';
    if (secret.kmsKeyId !== null) return 'The secret is accessible but is unable to be decrypted.';
  }
  return rule.upstreamRefuses ?? null;
}

function ruleNotFound(call: Call, prefix: string): AwsFault {
  const sentence = `Pull through cache rule with prefix '${prefix}' does not exist`;
  return notFound('PullThroughCacheRuleNotFoundException', sentence, call);
}
