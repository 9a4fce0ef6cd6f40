import { isCacheSecret } from '../../domain/facts/cache.ts';
import { defineCheck } from '../define-check.ts';

export const cacheSecretUnusable = defineCheck({
  id: 'cache-secret-unusable',
  stage: 'manifest',
  step: 'object',
  question: 'Can ECR read the secret with which the pull-through cache logs in upstream?',
  needs: ['importingRule', 'upstreamSecret'],
  supersedes: ['upstream-refuses'],
  answers: {
    usable: { verdict: 'pass', says: 'Secret `{{secret}}` exists, under a name and a key that ECR can use.' },
    'no-cache-secret': {
      verdict: 'fail',
      says: 'Rule `{{rule}}` names secret `{{secret}}`: ECR can use only one of the registry’s own account and Region whose name begins with `ecr-pullthroughcache/`.',
    },
    missing: { verdict: 'fail', says: 'Rule `{{rule}}` names secret `{{secret}}`, and there is none.' },
    deleted: {
      verdict: 'fail',
      says: 'Secret `{{secret}}` of rule `{{rule}}` is marked for deletion ({{deletedAt}}), so nobody can read it.',
    },
    'own-key': {
      verdict: 'fail',
      says: 'Secret `{{secret}}` of rule `{{rule}}` is encrypted under `{{key}}`: ECR reads only secrets under the AWS managed key `aws/secretsmanager`.',
    },
    'no-secret': { verdict: 'not-applicable', says: 'Rule `{{rule}}` names none.' },
    'nothing-to-import': { verdict: 'not-applicable', says: 'No pull-through cache would have to fetch anything.' },
  },
  evaluate({ importingRule: rule, upstreamSecret: secret }, { image }) {
    if (rule === null) return { answer: 'nothing-to-import' };
    if (rule.credential === null) return { answer: 'no-secret', data: { rule: rule.prefix } };
    const data = { rule: rule.prefix, secret: secret?.name ?? rule.credential };
    if (!isCacheSecret(rule.credential, image.registry)) return { answer: 'no-cache-secret', data };
    if (secret === null) return { answer: 'missing', data };
    if (secret.deletedAt !== null) return { answer: 'deleted', data: { ...data, deletedAt: secret.deletedAt } };
    if (secret.kmsKey !== null) return { answer: 'own-key', data: { ...data, key: secret.kmsKey } };
    return { answer: 'usable', data };
  },
});
