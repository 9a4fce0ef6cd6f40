import { fixingTrust, readingTrust } from '../../src/aws/permissions/trust.ts';
import { fixPolicy, policy, readPolicy } from './policies.ts';

const SCOPE = { partition: '${local.partition}', account: '${local.account}' };
const TRUST = { principal: '${var.bot_principal}', externalId: '${var.external_id}' };

/** The policies of the Terraform module, in Terraform's own JSON; main.tf beside it makes the roles of them. */
export function terraformPolicies() {
  return {
    '//': 'Generated from the code (npm run docs); a test fails when they differ.',
    locals: {
      read_trust: policy(readingTrust(TRUST)),
      read_policy: readPolicy(SCOPE),
      fix_trust: policy(fixingTrust(TRUST)),
      fix_policy: fixPolicy(SCOPE),
    },
  };
}
