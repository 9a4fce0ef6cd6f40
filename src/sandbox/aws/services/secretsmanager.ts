import type { Account, Secret } from '../estate.ts';
import { AwsFault } from '../wire/faults.ts';
import { textOf } from '../wire/input.ts';
import { jsonProtocol } from '../wire/json.ts';
import type { Output } from '../wire/protocol.ts';
import type { Call, Service } from './operation.ts';

/** As far as anything in the sandbox asks: a secret can be described, and never read. */
export const secretsmanager: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: {
    DescribeSecret: {
      wishes: (call, action) => {
        const id = textOf(call.input, 'SecretId') ?? '';
        return [{ action, resource: id, owner: call.caller.account }];
      },
      answer: describeSecret,
    },
  },
};

function describeSecret({ estate, caller, region, input }: Call): Output {
  const id = textOf(input, 'SecretId') ?? '';
  const account = estate.accounts.find((each) => each.id === caller.account);
  const secret = account === undefined ? undefined : findSecret(account, region, id);
  if (secret === undefined) {
    throw new AwsFault('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }
  return {
    ARN: secret.arn,
    Name: secret.name,
    CreatedDate: secret.createdAt,
    ...(secret.deletedAt !== null && { DeletedDate: secret.deletedAt }),
    ...(secret.kmsKeyId !== null && { KmsKeyId: secret.kmsKeyId }),
  };
}

/** By its ARN or its name. */
export function findSecret({ secrets }: Account, region: string, id: string): Secret | undefined {
  return secrets[region]?.find(({ arn, name }) => arn === id || name === id);
}
