import type { OrganizationEstate } from '../estate.ts';
import { attachedTo, type AttachedPolicy, findControlPolicy } from '../organization-policies.ts';
import { type PageShape, pageOf } from '../page.ts';
import { AwsFault, Refusal } from '../wire/faults.ts';
import { textOf } from '../wire/input.ts';
import { jsonProtocol } from '../wire/json.ts';
import type { Output } from '../wire/protocol.ts';
import { type Call, type Operation, type Service, wishForAll } from './operation.ts';

/** (Organizations API reference; how many it gives when nobody says, it does not document.) */
const PAGE: PageShape = {
  limit: 'MaxResults',
  token: 'NextToken',
  usual: 20,
  most: 20,
  badToken: () => new AwsFault('InvalidInputException', 'You provided an invalid pagination token.'),
};

const describeOrganization: Operation = {
  wishes: wishForAll,
  answer(call) {
    const { id, managementAccount } = memberOf(call);
    return {
      Organization: {
        Id: id,
        Arn: `arn:aws:organizations::${managementAccount}:organization/${id}`,
        FeatureSet: 'ALL',
        MasterAccountId: managementAccount,
        MasterAccountArn: `arn:aws:organizations::${managementAccount}:account/${id}/${managementAccount}`,
      },
    };
  },
};

const listRoots = reading((_call, { id, managementAccount, root, policyTypes }) => ({
  Roots: [
    {
      Id: root,
      Name: 'Root',
      Arn: `arn:aws:organizations::${managementAccount}:root/${id}/${root}`,
      PolicyTypes: policyTypes.map((Type) => ({ Type, Status: 'ENABLED' })),
    },
  ],
}));

const listParents = reading(({ input }, { parents, root }) => {
  const parent = parents[textOf(input, 'ChildId') ?? ''];
  if (parent === undefined) {
    throw new AwsFault('ChildNotFoundException', 'You specified a child that does not exist.');
  }
  return { Parents: [{ Id: parent, Type: parent === root ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
});

const listPoliciesForTarget = reading(({ input }, organization) => {
  const target = textOf(input, 'TargetId') ?? '';
  if (target !== organization.root && organization.parents[target] === undefined) {
    throw new AwsFault('TargetNotFoundException', 'You specified a target that does not exist.');
  }
  const filter = textOf(input, 'Filter');
  const attached = (['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const)
    .filter((type) => type === filter)
    .flatMap((type) => attachedTo(organization, target, type));
  const { page, nextToken } = pageOf(attached, input, PAGE);
  return { Policies: page.map((policy) => summary(policy, organization)), NextToken: nextToken };
});

const describePolicy = reading(({ input }, organization) => {
  const policy = findControlPolicy(organization, textOf(input, 'PolicyId') ?? '');
  if (policy === undefined) {
    throw new AwsFault('PolicyNotFoundException', 'You specified a policy that does not exist.');
  }
  return { Policy: { PolicySummary: summary(policy, organization), Content: policy.document } };
});

export const organizations: Service = {
  protocol: jsonProtocol,
  isGlobal: true,
  operations: {
    DescribeOrganization: describeOrganization,
    ListRoots: listRoots,
    ListParents: listParents,
    ListPoliciesForTarget: listPoliciesForTarget,
    DescribePolicy: describePolicy,
  },
};

type Member = OrganizationEstate & { readonly id: string };

/** For the management account and delegated administrators alone, whatever IAM allows to others. */
function reading(answer: (call: Call, organization: Member) => Output): Operation {
  return {
    wishes: wishForAll,
    answer(call) {
      const organization = memberOf(call);
      const { managementAccount, delegatedAdministrators } = organization;
      if (![managementAccount, ...delegatedAdministrators].includes(call.caller.account)) {
        throw new Refusal('denied', "You don't have permissions to access this resource.");
      }
      return answer(call, organization);
    },
  };
}

/** @throws AwsFault `AWSOrganizationsNotInUseException` */
function memberOf({ estate, caller }: Call): Member {
  const { organizationPolicies, organization } = estate;
  if (organizationPolicies.parents[caller.account] === undefined) {
    throw new AwsFault('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');
  }
  return { ...organizationPolicies, id: organization };
}

function summary(
  { id, name, type, isAwsManaged }: AttachedPolicy,
  { id: organization, managementAccount }: Member,
): Output {
  const owner = isAwsManaged ? 'aws:policy' : `${managementAccount}:policy/${organization}`;
  return {
    Id: id,
    Name: name,
    Type: type,
    AwsManaged: isAwsManaged,
    Arn: `arn:aws:organizations::${owner}/${type.toLowerCase()}/${id}`,
  };
}
