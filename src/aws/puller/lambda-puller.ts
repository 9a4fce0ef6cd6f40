import { GetFunctionCommand } from '@aws-sdk/client-lambda';
import type { Place } from '../../domain/aws.ts';
import type { WorkloadRef } from '../../domain/incident.ts';
import type { Puller } from '../../domain/puller.ts';
import { onlyOneOf, placesNamed } from '../places.ts';
import type { FactReading, Reader } from '../reader.ts';

type FunctionRef = Extract<WorkloadRef, { kind: 'lambda-function' }>;

/**
 * Lambda pulls in its own name, from a network of its own, and says for which function. (Lambda developer guide, "Create
 * a Lambda function using a container image", Amazon ECR permissions.)
 */
export function lambdaPuller(reader: Reader, ref: FunctionRef): Promise<FactReading<'puller'>> {
  return onlyOneOf(placesNamed(reader, ref.place).map((place) => findFunction(reader, place, ref)));
}

async function findFunction(
  reader: Reader,
  place: Place,
  { functionName }: FunctionRef,
): Promise<FactReading<'puller'> | null> {
  const { output, says } = await reader.ask(
    place,
    'lambda:GetFunction',
    ({ lambda }) => lambda.send(new GetFunctionCommand({ FunctionName: functionName })),
    ['ResourceNotFoundException'],
  );
  const { Configuration: configuration, Code: code } = output ?? {};
  if (configuration?.FunctionArn === undefined) return null;
  const image = code?.ImageUri;
  const value: Puller = {
    ...place,
    kind: 'lambda-function',
    name: `function ${functionName}`,
    roles: [],
    service: {
      principal: 'lambda.amazonaws.com',
      sourceArn: configuration.FunctionArn,
      sourceAccount: place.account,
    },
    placement: { kind: 'aws' },
    images: image === undefined ? [] : [image],
    os: 'linux',
    architecture: configuration.Architectures?.[0] === 'arm64' ? 'ARM64' : 'X86_64',
    diskGiB: null,
  };
  return { value, evidence: [says(functionName, `runs ${image ?? 'no image'} on ${value.architecture}`)] };
}
