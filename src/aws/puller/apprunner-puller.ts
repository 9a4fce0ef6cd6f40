import { DescribeServiceCommand } from '@aws-sdk/client-apprunner';
import type { Place } from '../../domain/aws.ts';
import type { WorkloadRef } from '../../domain/incident.ts';
import type { Puller } from '../../domain/puller.ts';
import { lastPart } from '../../domain/arn.ts';
import { onlyOneOf, placesNamed } from '../places.ts';
import type { FactReading, Reader } from '../reader.ts';

type ServiceRef = Extract<WorkloadRef, { kind: 'apprunner-service' }>;

/** App Runner pulls with the access role of the service. Its VPC connector carries what the application sends, and no pull. */
export function appRunnerPuller(reader: Reader, ref: ServiceRef): Promise<FactReading<'puller'>> {
  return onlyOneOf(placesNamed(reader, ref.place).map((place) => findService(reader, place, ref)));
}

async function findService(reader: Reader, place: Place, ref: ServiceRef): Promise<FactReading<'puller'> | null> {
  const { output, says } = await reader.ask(
    place,
    'apprunner:DescribeService',
    ({ apprunner }) => apprunner.send(new DescribeServiceCommand({ ServiceArn: ref.service })),
    ['ResourceNotFoundException'],
  );
  const service = output?.Service;
  if (service === undefined) return null;
  const { ImageRepository: repository, AuthenticationConfiguration: authentication } =
    service.SourceConfiguration ?? {};
  const role = authentication?.AccessRoleArn;
  const image = repository?.ImageIdentifier;
  const value: Puller = {
    ...place,
    kind: 'apprunner-service',
    name: `service ${service.ServiceName} of App Runner`,
    roles: role === undefined ? [] : [{ arn: role, source: 'access-role' }],
    service: null,
    placement: { kind: 'aws' },
    images: image === undefined ? [] : [image],
    os: 'linux',
    architecture: 'X86_64',
    diskGiB: null,
  };
  const by = role === undefined ? 'no access role' : `access role ${lastPart(role)}`;
  return { value, evidence: [says(service.ServiceName ?? ref.service, `pulls ${image ?? 'no image'} with ${by}`)] };
}
