import type { ConfiguredAccount } from '../domain/account.ts';
import type { Estate } from './aws/estate.ts';
import { PLATFORM_ONCALL } from './slack/workspace.ts';
import { ABROAD, EXTERNAL_ID, FIX_ROLE, HOME, READ_ROLE, REGISTRY, roleArn, WORKLOAD } from './worlds/parts/names.ts';

/** What the sandbox's ecr-why.yml says: two accounts in which the bot has roles. */
export const SANDBOX_ACCOUNTS: readonly ConfiguredAccount[] = [
  // A delegated administrator: what it may read of the organization says what binds the others.
  { ...configured(REGISTRY, 'registry'), readsOrganization: true },
  configured(WORKLOAD, 'shop-prod'),
];

function configured(id: string, name: string): ConfiguredAccount {
  return {
    id,
    name,
    regions: [HOME, ABROAD],
    readRole: roleArn(id, READ_ROLE),
    fixRole: roleArn(id, FIX_ROLE),
    externalId: EXTERNAL_ID,
    owners: [PLATFORM_ONCALL.id],
    isProduction: true,
  };
}

/** The bot's own credentials in a world. */
export function selfCredentials({ self }: Estate): { accessKeyId: string; secretAccessKey: string } {
  return { accessKeyId: self.accessKeyId, secretAccessKey: self.secretAccessKey };
}
