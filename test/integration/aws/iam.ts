import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import type { Clients } from '../../../src/aws/clients.ts';

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly object[];
}

export function allow(...actions: readonly string[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}

export const ECS_TASKS: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** Creates a role with these inline policies and answers with its ARN. */
export async function createRole(
  { iam }: Clients,
  name: string,
  policies: Readonly<Record<string, PolicyDocument>> = {},
  parts: {
    readonly trust?: PolicyDocument;
    readonly boundary?: string;
    readonly path?: string;
    readonly tags?: Readonly<Record<string, string>>;
  } = {},
): Promise<string> {
  const { trust = ECS_TASKS, boundary, path, tags = {} } = parts;
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify(trust),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      ...(boundary !== undefined && { PermissionsBoundary: boundary }),
      ...(path !== undefined && { Path: path }),
    }),
  );
  for (const [policy, document] of Object.entries(policies)) {
    await iam.send(
      new PutRolePolicyCommand({ RoleName: name, PolicyName: policy, PolicyDocument: JSON.stringify(document) }),
    );
  }
  return Role?.Arn ?? '';
}

/** Creates a managed policy and answers with its ARN. */
export async function createPolicy({ iam }: Clients, name: string, document: PolicyDocument): Promise<string> {
  const { Policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: name, PolicyDocument: JSON.stringify(document) }),
  );
  return Policy?.Arn ?? '';
}

export async function attachPolicy({ iam }: Clients, role: string, policyArn: string): Promise<void> {
  await iam.send(new AttachRolePolicyCommand({ RoleName: role, PolicyArn: policyArn }));
}
