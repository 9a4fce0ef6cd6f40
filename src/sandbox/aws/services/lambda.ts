import { AwsFault } from '../wire/faults.ts';
import { textOf } from '../wire/input.ts';
import { REST_REFUSALS, restJsonProtocol } from '../wire/rest-json.ts';
import type { Call, Operation, Service } from './operation.ts';
import { workloadsOf } from './workloads-of.ts';

const getFunction: Operation = {
  wishes: (call, action) => [{ action, resource: arnIn(call), owner: call.caller.account }],
  answer(call) {
    const found = workloadsOf(call).functions?.find(({ name }) => name === nameIn(call));
    if (found === undefined) throw new AwsFault('ResourceNotFoundException', `Function not found: ${arnIn(call)}`, 404);
    return {
      Configuration: {
        FunctionName: found.name,
        FunctionArn: arnIn(call),
        PackageType: 'Image',
        Role: found.role,
        Architectures: [found.architecture],
      },
      Code: { RepositoryType: 'ECR', ImageUri: found.imageUri },
    };
  },
};

export const lambda: Service = {
  protocol: restJsonProtocol([['GET /2015-03-31/functions/{FunctionName}', 'GetFunction']], REST_REFUSALS),
  isGlobal: false,
  operations: { GetFunction: getFunction },
};

/** Lambda takes a name or an ARN. */
const nameIn = ({ input }: Call): string => (textOf(input, 'FunctionName') ?? '').split(':').at(-1) ?? '';

const arnIn = (call: Call): string => `arn:aws:lambda:${call.region}:${call.caller.account}:function:${nameIn(call)}`;
