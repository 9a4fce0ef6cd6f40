import type { Action } from '../../../../domain/aws.ts';
import type { Wish } from '../../wish.ts';
import type { ManagedPolicy } from '../../estate.ts';
import { textOf } from '../../wire/input.ts';
import type { Call, Operation } from '../operation.ts';
import { AWS_MANAGED_POLICIES } from './aws-managed-policies.ts';
import { encoded, noSuchEntity } from './role.ts';

export const getPolicy: Operation = {
  wishes: wishForPolicy,
  answer(call) {
    const policy = findPolicy(call);
    return {
      Policy: {
        PolicyName: policy.name,
        PolicyId: `ANPA${policy.name.toUpperCase().slice(0, 16)}`,
        Arn: policy.arn,
        Path: policy.path,
        DefaultVersionId: policy.versionId,
        IsAttachable: true,
        CreateDate: policy.createdAt,
        UpdateDate: policy.createdAt,
      },
    };
  },
};

export const getPolicyVersion: Operation = {
  wishes: wishForPolicy,
  answer(call) {
    const { arn, versionId, document, createdAt } = findPolicy(call);
    const wanted = textOf(call.input, 'VersionId') ?? '';
    if (wanted !== versionId)
      throw noSuchEntity(`Policy ${arn} version ${wanted} does not exist or is not attachable.`);
    return {
      PolicyVersion: {
        Document: encoded(document),
        VersionId: versionId,
        IsDefaultVersion: true,
        CreateDate: createdAt,
      },
    };
  },
};

function wishForPolicy(call: Call, action: Action): readonly Wish[] {
  return [{ action, resource: textOf(call.input, 'PolicyArn') ?? '', owner: call.caller.account }];
}

function findPolicy({ estate, caller, input }: Call): ManagedPolicy {
  const arn = textOf(input, 'PolicyArn') ?? '';
  const own = estate.accounts.find(({ id }) => id === caller.account)?.policies ?? [];
  const policy = [...AWS_MANAGED_POLICIES, ...own].find((candidate) => candidate.arn === arn);
  if (policy === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}
