import { cacheSecretUnusable } from '../../../src/checks/cache/cache-secret-unusable.ts';
import type { UpstreamSecret } from '../../../src/domain/facts/cache.ts';
import { aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const NAME = 'ecr-pullthroughcache/hub';
const secretIn = (place: string) => `arn:aws:secretsmanager:${place}:secret:${NAME}-a1B2c3`;
const credential = secretIn('us-east-1:123456789012');
const SECRET = { name: NAME, deletedAt: null, kmsKey: null };

const facts = (upstreamSecret: UpstreamSecret | null, parts: Parameters<typeof aRule>[0] = {}) => ({
  importingRule: aRule({ credential, ...parts }),
  upstreamSecret,
});

testCheck(cacheSecretUnusable, {
  usable: [{ when: 'all is right', facts: facts(SECRET) }],
  'no-cache-secret': [
    { when: 'it is in another Region', facts: facts(null, { credential: secretIn('eu-west-1:123456789012') }) },
    { when: 'it is in another account', facts: facts(null, { credential: secretIn('us-east-1:444455556666') }) },
    {
      when: 'its name begins otherwise',
      facts: facts(null, { credential: credential.replace('ecr-pullthroughcache/', '') }),
    },
  ],
  missing: [
    {
      when: 'AWS knows none',
      facts: facts(null),
      says: `Rule \`hub\` names secret \`${credential}\`, and there is none.`,
    },
  ],
  deleted: [
    {
      when: 'it is on its way out',
      facts: facts({ ...SECRET, deletedAt: '2026-03-01T00:00:00.000Z' }),
      says: `Secret \`${NAME}\` of rule \`hub\` is marked for deletion (2026-03-01T00:00:00.000Z), so nobody can read it.`,
    },
  ],
  'own-key': [{ when: 'a customer managed key is used', facts: facts({ ...SECRET, kmsKey: 'arn:aws:kms:…:key/1' }) }],
  'no-secret': [{ when: 'the rule logs in nowhere', facts: facts(null, { credential: null }) }],
  'nothing-to-import': [{ when: 'nothing is missing', facts: { importingRule: null, upstreamSecret: null } }],
});
