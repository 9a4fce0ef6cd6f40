import type { Role } from '../../estate.ts';
import type { PageShape } from '../../page.ts';
import { pageOf } from '../../page.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf } from '../../wire/input.ts';
import type { Output } from '../../wire/protocol.ts';
import type { Call, Operation } from '../operation.ts';
import { encoded, findRole, noSuchEntity, wishForRole } from './role.ts';

const IAM_PAGE: PageShape = {
  limit: 'MaxItems',
  token: 'Marker',
  usual: 100,
  most: 1000,
  badToken: () => new AwsFault('ValidationError', 'Invalid Marker.'),
};

export const getRole: Operation = {
  wishes: wishForRole,
  answer: (call) => ({ Role: describeRole(findRole(call)) }),
};

export const listAttachedRolePolicies: Operation = {
  wishes: wishForRole,
  answer(call) {
    const attached = findRole(call).attachedPolicies.map((PolicyArn) => ({
      PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1),
      PolicyArn,
    }));
    return markedPage(call, 'AttachedPolicies', attached);
  },
};

export const listRolePolicies: Operation = {
  wishes: wishForRole,
  answer: (call) =>
    markedPage(
      call,
      'PolicyNames',
      findRole(call).inlinePolicies.map(({ name }) => name),
    ),
};

export const getRolePolicy: Operation = {
  wishes: wishForRole,
  answer(call) {
    const role = findRole(call);
    const name = textOf(call.input, 'PolicyName') ?? '';
    const policy = role.inlinePolicies.find((candidate) => candidate.name === name);
    if (policy === undefined) throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
    return { RoleName: role.name, PolicyName: name, PolicyDocument: encoded(policy.document) };
  },
};

function markedPage({ input }: Call, field: string, entries: readonly unknown[]): Output {
  const { page, nextToken } = pageOf(entries, input, IAM_PAGE);
  return { [field]: page, IsTruncated: nextToken !== undefined, Marker: nextToken };
}

export function describeRole(role: Role): Output {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encoded(role.trustPolicy),
    MaxSessionDuration: 3600,
    Tags: Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
    ...(role.permissionsBoundary === null
      ? {}
      : {
          PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: role.permissionsBoundary },
        }),
  };
}
