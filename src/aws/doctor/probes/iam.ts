import {
  GetInstanceProfileCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { NO_SUCH_ENTITY } from '../../errors.ts';
import { NOBODY, type Probe, type ProbePlace } from '../probe.ts';

const letIn = NO_SUCH_ENTITY;
const RoleName = NOBODY;

const arnOf = ({ partition, account }: ProbePlace, type: 'policy' | 'role'): string =>
  `arn:${partition}:iam::${account}:${type}/${NOBODY}`;

export const IAM_PROBES = {
  'iam:GetRole': { send: ({ iam }) => iam.send(new GetRoleCommand({ RoleName })), letIn },
  'iam:ListRolePolicies': { send: ({ iam }) => iam.send(new ListRolePoliciesCommand({ RoleName })), letIn },
  'iam:GetRolePolicy': {
    send: ({ iam }) => iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: NOBODY })),
    letIn,
  },
  'iam:ListAttachedRolePolicies': {
    send: ({ iam }) => iam.send(new ListAttachedRolePoliciesCommand({ RoleName })),
    letIn,
  },
  'iam:GetPolicy': {
    send: ({ iam }, place) => iam.send(new GetPolicyCommand({ PolicyArn: arnOf(place, 'policy') })),
    letIn,
  },
  'iam:GetPolicyVersion': {
    send: ({ iam }, place) =>
      iam.send(new GetPolicyVersionCommand({ PolicyArn: arnOf(place, 'policy'), VersionId: 'v1' })),
    letIn,
  },
  'iam:GetInstanceProfile': {
    send: ({ iam }) => iam.send(new GetInstanceProfileCommand({ InstanceProfileName: NOBODY })),
    letIn,
  },
  'iam:SimulatePrincipalPolicy': {
    send: ({ iam }, place) =>
      iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: arnOf(place, 'role'),
          ActionNames: ['ecr:GetAuthorizationToken'],
        }),
      ),
    letIn,
  },
} satisfies Readonly<Record<string, Probe>>;
