import type { Purpose } from '../statements.ts';

const IAM = 'arn:PARTITION:iam::ACCOUNT_ID';

/** The roles that pull, and every policy on them. */
export const ROLE_PURPOSES: readonly Purpose[] = [
  {
    sid: 'SeeRolesThatPull',
    grants: [
      {
        on: [`${IAM}:role/*`],
        actions: [
          'iam:GetRole',
          'iam:GetRolePolicy',
          'iam:ListAttachedRolePolicies',
          'iam:ListRolePolicies',
          'iam:SimulatePrincipalPolicy',
        ],
      },
    ],
  },
  {
    sid: 'SeePoliciesOfRolesThatPull',
    grants: [
      {
        on: [`${IAM}:policy/*`, 'arn:PARTITION:iam::aws:policy/*'],
        actions: ['iam:GetPolicy', 'iam:GetPolicyVersion'],
      },
    ],
  },
  {
    // All but the first answer only the management account and delegated administrators, and their ARNs name that account.
    sid: 'SeePoliciesOfTheOrganization',
    grants: [
      {
        on: ['*'],
        actions: [
          'organizations:DescribeOrganization',
          'organizations:DescribePolicy',
          'organizations:ListParents',
          'organizations:ListPoliciesForTarget',
          'organizations:ListRoots',
        ],
      },
    ],
  },
  {
    sid: 'SeeRolesOfInstances',
    grants: [
      {
        on: [`${IAM}:instance-profile/*`],
        actions: ['iam:GetInstanceProfile'],
      },
    ],
  },
];
