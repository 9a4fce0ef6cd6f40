import {
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
} from '@aws-sdk/client-organizations';
import type { Probe } from '../probe.ts';

/** An account id that AWS gives to nobody. */
const NO_ACCOUNT = '000000000000';
const NOT_IN_USE = 'AWSOrganizationsNotInUseException';

export const ORGANIZATIONS_PROBES = {
  'organizations:DescribeOrganization': {
    send: ({ organizations }) => organizations.send(new DescribeOrganizationCommand({})),
    letIn: [NOT_IN_USE],
  },
  'organizations:ListRoots': {
    send: ({ organizations }) => organizations.send(new ListRootsCommand({})),
    letIn: [NOT_IN_USE],
  },
  'organizations:ListParents': {
    send: ({ organizations }) => organizations.send(new ListParentsCommand({ ChildId: NO_ACCOUNT })),
    letIn: ['ChildNotFoundException', NOT_IN_USE],
  },
  'organizations:ListPoliciesForTarget': {
    send: ({ organizations }) =>
      organizations.send(new ListPoliciesForTargetCommand({ TargetId: NO_ACCOUNT, Filter: 'SERVICE_CONTROL_POLICY' })),
    letIn: ['TargetNotFoundException', NOT_IN_USE],
  },
  'organizations:DescribePolicy': {
    send: ({ organizations }) => organizations.send(new DescribePolicyCommand({ PolicyId: 'p-00000000' })),
    letIn: ['PolicyNotFoundException', NOT_IN_USE],
  },
} satisfies Readonly<Record<string, Probe>>;
