import { CreateAccessKeyCommand, CreateUserCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { vi } from 'vitest';
import { fixPolicy, type Policy, readPolicy } from '../../../scripts/iam/policies.ts';
import { HOME, ownerOf } from './accounts.ts';
import { allow, createRole, type PolicyDocument } from './iam.ts';
import { enforceIam } from './moto.ts';

const USER = 'ecr-why';
export const SELF = `arn:aws:iam::${HOME}:user/${USER}`;

const TRUST: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }],
};

/** Makes the two roles that docs/iam asks for in one account, with exactly the actions that it gives. */
export async function createRoles(account: string, read: PolicyDocument = onEverything(readPolicy())): Promise<void> {
  const owner = ownerOf(account);
  await createRole(owner, 'EcrWhyRead', { read }, { trust: TRUST });
  await createRole(owner, 'EcrWhyFix', { fix: onEverything(fixPolicy()) }, { trust: TRUST });
}

/** From here on we are a user who may do nothing but assume roles, and IAM is enforced for everybody. */
export async function becomeUser(policy: PolicyDocument = allow('sts:AssumeRole')): Promise<void> {
  const { iam } = ownerOf(HOME);
  await iam.send(new CreateUserCommand({ UserName: USER }));
  await iam.send(
    new PutUserPolicyCommand({ UserName: USER, PolicyName: 'assume', PolicyDocument: JSON.stringify(policy) }),
  );
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: USER }));
  vi.stubEnv('AWS_ACCESS_KEY_ID', AccessKey?.AccessKeyId ?? '');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', AccessKey?.SecretAccessKey ?? '');
  await enforceIam();
}

/** moto judges nearly every call as one on `*`, which no narrower resource matches. */
function onEverything({ Version, Statement }: Policy): PolicyDocument {
  return { Version, Statement: Statement.map((statement) => ({ ...statement, Resource: '*' })) };
}
