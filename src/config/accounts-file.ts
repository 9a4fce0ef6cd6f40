import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { ConfiguredAccount } from '../domain/account.ts';
import { ConfigProblem } from './problem.ts';

const AccountId = z
  .string('must be twelve digits in quotes, such as "123456789012"')
  .regex(/^\d{12}$/, 'must be twelve digits in quotes, such as "123456789012"');
const RegionCode = z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'must be a Region code, such as eu-west-1');
const Role = z
  .string()
  .regex(/^(arn:aws[\w-]*:iam::\d{12}:role\/)?[\w+=,.@/-]+$/, 'must be a role name or ARN, such as EcrWhyRead');
const Owner = z
  .string()
  .regex(/^[UWS][A-Z0-9]{2,}$/, 'must be a Slack user id (U…) or user group id (S…), such as U012AB3CD');

const Organization = z.string().regex(/^o-[a-z0-9]{10,32}$/, 'must be the id of an organization, such as o-a1b2c3d4e5');

const Account = z.strictObject({
  id: AccountId,
  name: z.string().min(1),
  regions: z.array(RegionCode).min(1, 'must list at least one Region'),
  readRole: Role.optional(),
  fixRole: Role.optional(),
  externalId: z.string().min(2).optional(),
  organization: Organization.optional(),
  readsOrganization: z.boolean().default(false),
  owners: z.array(Owner).default([]),
  production: z.boolean().default(false),
});

/** The shape of ecr-why.yml; docs/ecr-why.schema.json is generated from it. */
export const AccountsFile = z.strictObject({ accounts: z.array(Account).min(1, 'must list at least one account') });

/** The text of ecr-why.yml → its accounts. Throws `ConfigProblem` with one sentence that names the key. */
export function parseAccounts(text: string, fileName: string): readonly ConfiguredAccount[] {
  const result = AccountsFile.safeParse(parseYaml(text, fileName));
  if (!result.success) throw new ConfigProblem(firstProblem(result.error, fileName));
  const { accounts } = result.data;
  const twice = accounts.find(({ id }, index) => accounts.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined)
    throw new ConfigProblem(`${fileName}: accounts lists ${twice.id} twice; each account needs exactly one entry.`);
  return accounts.map((account) => toConfigured(account));
}

function toConfigured(account: z.infer<typeof Account>): ConfiguredAccount {
  const { id, name, regions, owners, production, readRole, fixRole, externalId, organization, readsOrganization } =
    account;
  return {
    id,
    name,
    regions,
    readRole: readRole === undefined ? null : roleArn(readRole, id),
    fixRole: fixRole === undefined ? null : roleArn(fixRole, id),
    externalId: externalId ?? null,
    ...(organization !== undefined && { organization }),
    ...(readsOrganization && { readsOrganization }),
    owners,
    isProduction: production,
  };
}

function parseYaml(text: string, fileName: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new ConfigProblem(`${fileName} is not valid YAML: ${error.message.split('\n')[0]}`, { cause: error });
  }
}

function firstProblem(error: z.ZodError, fileName: string): string {
  const issue = error.issues[0];
  const key = issue?.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  const where = key === undefined || key === '' ? 'the file' : key;
  return `${fileName}: ${where} ${issue?.message ?? 'is not as expected'}. See docs/configuration.md for a whole example.`;
}

function roleArn(role: string, account: string): string {
  return role.startsWith('arn:') ? role : `arn:aws:iam::${account}:role/${role}`;
}
