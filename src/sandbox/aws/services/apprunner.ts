import { AwsFault } from '../wire/faults.ts';
import { textOf } from '../wire/input.ts';
import { jsonProtocol } from '../wire/json.ts';
import type { Call, Operation, Service } from './operation.ts';
import { workloadsOf } from './workloads-of.ts';

const describeService: Operation = {
  wishes: (call, action) => [{ action, resource: arnIn(call), owner: call.caller.account }],
  answer(call) {
    const service = workloadsOf(call).appRunner?.find(({ arn }) => arn === arnIn(call));
    if (service === undefined)
      throw new AwsFault('ResourceNotFoundException', `Service with the provided ARN does not exist: ${arnIn(call)}`);
    const { arn, name, image, accessRole } = service;
    return {
      Service: {
        ServiceName: name,
        ServiceArn: arn,
        Status: 'CREATE_FAILED',
        SourceConfiguration: {
          ImageRepository: { ImageIdentifier: image, ImageRepositoryType: 'ECR' },
          ...(accessRole !== undefined && { AuthenticationConfiguration: { AccessRoleArn: accessRole } }),
        },
      },
    };
  },
};

export const apprunner: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: { DescribeService: describeService },
};

const arnIn = ({ input }: Call): string => textOf(input, 'ServiceArn') ?? '';
