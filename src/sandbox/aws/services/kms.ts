import type { Action } from '../../../domain/aws.ts';
import type { Key } from '../estate.ts';
import { type PageShape, pageOf } from '../page.ts';
import { AwsFault } from '../wire/faults.ts';
import { textOf } from '../wire/input.ts';
import { jsonProtocol } from '../wire/json.ts';
import type { Output } from '../wire/protocol.ts';
import type { Call, Operation, Service } from './operation.ts';
import type { Wish } from '../wish.ts';

/** (KMS API reference, ListGrants.) */
const GRANTS: PageShape = {
  limit: 'Limit',
  token: 'Marker',
  usual: 50,
  most: 100,
  badToken: () => new AwsFault('InvalidMarkerException', 'The marker is not valid.'),
};

const describeKey: Operation = {
  wishes: wishForKey,
  answer(call) {
    const { arn, createdAt, state, manager, deletionAt } = findKey(call);
    return {
      KeyMetadata: {
        AWSAccountId: accountOf(arn),
        KeyId: arn.slice(arn.indexOf('/') + 1),
        Arn: arn,
        CreationDate: createdAt,
        Enabled: state === 'Enabled',
        KeyState: state,
        KeyManager: manager,
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeySpec: 'SYMMETRIC_DEFAULT',
        ...(deletionAt !== null && { DeletionDate: deletionAt }),
      },
    };
  },
};

const listGrants: Operation = {
  wishes: wishForKey,
  answer(call) {
    const { arn, repositories } = findKey(call);
    // ECR makes two for each repository. (ECR user guide, "Encryption at rest".)
    const grants = repositories.flatMap((repository) => [
      grantFor(call, arn, repository),
      grantFor(call, arn, repository),
    ]);
    const { page, nextToken } = pageOf(grants, call.input, GRANTS);
    return { Grants: page, Truncated: nextToken !== undefined, NextMarker: nextToken };
  },
};

export const kms: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: { DescribeKey: describeKey, ListGrants: listGrants },
};

function wishForKey(call: Call, action: Action): readonly Wish[] {
  const id = textOf(call.input, 'KeyId') ?? '';
  return [{ action, resource: id, owner: accountOf(id) }];
}

/** @throws AwsFault `NotFoundException` */
function findKey({ estate, region, input }: Call): Key {
  const id = textOf(input, 'KeyId') ?? '';
  const account = estate.accounts.find((each) => each.id === accountOf(id));
  const key = account?.keys[region]?.find(({ arn }) => arn === id);
  if (key === undefined) throw new AwsFault('NotFoundException', `Key '${id}' does not exist`);
  return key;
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/** Which principal AWS writes here is an assumption, and so is who may retire it. */
function grantFor({ region }: Call, key: string, repository: string): Output {
  const principal = `ecr.${region}.amazonaws.com`;
  return {
    KeyId: key,
    GranteePrincipal: principal,
    RetiringPrincipal: principal,
    Operations: ['GenerateDataKey', 'Decrypt'],
    Constraints: { EncryptionContextSubset: { 'aws:ecr:arn': repository } },
  };
}
