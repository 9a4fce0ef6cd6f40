import type { Role } from '../../aws/estate.ts';
import { roleId } from './hex.ts';
import { BOT, EXTERNAL_ID, FIX_ROLE, READ_ROLE, roleArn } from './names.ts';
import { allow, deny, policy, trustService } from './policy.ts';

type RoleDraft = Pick<Role, 'name' | 'createdAt' | 'trustPolicy'> & Partial<Role>;

function role(account: string, draft: RoleDraft): Role {
  return {
    path: '/',
    arn: roleArn(account, draft.name),
    id: roleId(`${account}/${draft.name}`),
    inlinePolicies: [],
    attachedPolicies: [],
    permissionsBoundary: null,
    tags: {},
    ...draft,
  };
}

/** The role with which ECS pulls for a task. */
export const executionRole = (account: string, name: string, createdAt: string): Role =>
  role(account, {
    name,
    createdAt,
    trustPolicy: trustService('ecs-tasks.amazonaws.com'),
    attachedPolicies: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
  });

/** A role that a service of AWS takes on, with AWS's own policies of these ARNs. */
export const serviceRole = (
  account: string,
  name: string,
  createdAt: string,
  service: string,
  policies: readonly string[],
): Role => role(account, { name, createdAt, trustPolicy: trustService(service), attachedPolicies: [...policies] });

/** The role of EC2 instances. */
export const machineRole = (account: string, name: string, createdAt: string, policies: readonly string[]): Role =>
  serviceRole(account, name, createdAt, 'ec2.amazonaws.com', policies);

/** The role that the bot itself runs on, before it assumes another. */
export const botRole = (createdAt: string): Role =>
  role(BOT, {
    name: 'ecr-why',
    createdAt,
    trustPolicy: trustService('ecs-tasks.amazonaws.com'),
    inlinePolicies: [
      {
        name: 'assume',
        document: policy(
          allow(
            ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
            [roleArn('*', READ_ROLE), roleArn('*', FIX_ROLE)],
          ),
        ),
      },
    ],
  });

/** The two roles that a team gives the bot in its account: one reads, the other may change a few things. */
export const rolesForBot = (account: string, createdAt: string): Role[] => [
  role(account, {
    name: READ_ROLE,
    createdAt,
    trustPolicy: botTrust(),
    inlinePolicies: [{ name: 'read', document: READ }],
  }),
  role(account, {
    name: FIX_ROLE,
    createdAt,
    trustPolicy: botTrust(),
    inlinePolicies: [{ name: 'fix', document: FIX }],
  }),
];

function botTrust(): string {
  const bot = { AWS: roleArn(BOT, 'ecr-why') };
  return policy(
    {
      Sid: 'BotMayAssume',
      Effect: 'Allow',
      Principal: bot,
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': EXTERNAL_ID } },
    },
    { Sid: 'BotMayAttribute', Effect: 'Allow', Principal: bot, Action: ['sts:SetSourceIdentity', 'sts:TagSession'] },
  );
}

const READ = policy(
  allow([
    'ecr:Describe*',
    'ecr:Get*',
    'ecr:List*',
    'ecr:BatchGetImage',
    'ecr:ValidatePullThroughCacheRule',
    'secretsmanager:DescribeSecret',
  ]),
  allow(['ecs:Describe*', 'ecs:List*']),
  allow([
    'iam:GetRole',
    'iam:GetRolePolicy',
    'iam:ListRolePolicies',
    'iam:ListAttachedRolePolicies',
    'iam:GetPolicy',
    'iam:GetPolicyVersion',
    'iam:SimulatePrincipalPolicy',
    'iam:GetInstanceProfile',
  ]),
  allow([
    'eks:Describe*',
    'eks:List*',
    'lambda:GetFunction',
    'batch:Describe*',
    'codebuild:BatchGetProjects',
    'apprunner:DescribeService',
  ]),
  allow(['kms:DescribeKey', 'kms:ListGrants']),
  allow(['organizations:Describe*', 'organizations:List*']),
  allow(['ec2:Describe*', 'ec2:GetManagedPrefixListEntries', 'cloudtrail:LookupEvents']),
  allow(['route53:ListHostedZonesByVPC', 'route53:ListResourceRecordSets']),
  // Reading is not pulling: the bot never holds a token for the registry.
  deny(['ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer']),
);

const FIX = policy(allow(['ecr:PutImageTagMutability', 'ecr:DescribeRepositories']));
