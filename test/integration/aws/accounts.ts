import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { type Clients, createClients } from '../../../src/aws/clients.ts';
import { Identities } from '../../../src/aws/identities.ts';
import type { ConfiguredAccount } from '../../../src/domain/account.ts';

/** Our own account: the one in which moto puts every key that it did not make. */
export const HOME = '123456789012';
export const REGISTRY = '111122223333';
export const WORKLOADS = '444455556666';

export const REGION = 'us-east-1';
export const ELSEWHERE = 'eu-west-1';
export const HOST = `${REGISTRY}.dkr.ecr.${REGION}.amazonaws.com`;

export const ACCOUNTS: readonly ConfiguredAccount[] = [
  anAccount({ id: REGISTRY, name: 'registry', regions: [REGION, ELSEWHERE] }),
  anAccount({ id: WORKLOADS, name: 'workloads', regions: [REGION] }),
];

export function anAccount(parts: Partial<ConfiguredAccount> & { readonly id: string }): ConfiguredAccount {
  return {
    name: parts.id,
    regions: [REGION],
    readRole: roleIn(parts.id, 'EcrWhyRead'),
    fixRole: roleIn(parts.id, 'EcrWhyFix'),
    externalId: 'integration',
    owners: [],
    isProduction: false,
    ...parts,
  };
}

export function roleIn(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

/** Our identities as the command line opens them: credentials and endpoint come from the environment. */
export function openIdentities(accounts = ACCOUNTS): Identities {
  return new Identities({ accounts, homeRegion: REGION, maxAttempts: 1 });
}

/** Somebody who sets an account up. moto gives a session of any role to anybody, of one that nobody made as well. */
export function ownerOf(account: string, region = REGION): Clients {
  const credentials = fromTemporaryCredentials({
    params: { RoleArn: roleIn(account, 'Owner'), RoleSessionName: 'owner' },
    clientConfig: { region },
  });
  return createClients({ account, region }, credentials, { maxAttempts: 1 });
}
