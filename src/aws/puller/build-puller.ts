import { BatchGetProjectsCommand, type VpcConfig } from '@aws-sdk/client-codebuild';
import type { Place } from '../../domain/aws.ts';
import type { WorkloadRef } from '../../domain/incident.ts';
import type { Puller } from '../../domain/puller.ts';
import { onlyOneOf, placesNamed } from '../places.ts';
import type { FactReading, Reader } from '../reader.ts';

type ProjectRef = Extract<WorkloadRef, { kind: 'build-project' }>;

/**
 * CodeBuild pulls the image that a build runs in with the project's service role or in its own name, as the project says;
 * whatever else is pulled, a command of the build pulls, which has the service role.
 */
export function buildPuller(reader: Reader, ref: ProjectRef): Promise<FactReading<'puller'>> {
  return onlyOneOf(placesNamed(reader, ref.place).map((place) => findProject(reader, place, ref)));
}

async function findProject(reader: Reader, place: Place, ref: ProjectRef): Promise<FactReading<'puller'> | null> {
  const { output, says } = await reader.ask(place, 'codebuild:BatchGetProjects', ({ codebuild }) =>
    codebuild.send(new BatchGetProjectsCommand({ names: [ref.project] })),
  );
  const project = output?.projects?.[0];
  if (project?.arn === undefined) return null;
  const { environment, serviceRole, vpcConfig, arn } = project;
  const asked = reader.incident.image?.text;
  const isByCommand = asked !== undefined && asked !== environment?.image;
  // CodeBuild's own credentials are what a project has that says nothing. (CodeBuild API reference, ProjectEnvironment.)
  const isByRole = isByCommand || environment?.imagePullCredentialsType === 'SERVICE_ROLE';
  const value: Puller = {
    ...place,
    kind: 'build',
    name: `project ${ref.project} of CodeBuild`,
    roles: isByRole && serviceRole !== undefined ? [{ arn: serviceRole, source: 'build-role' }] : [],
    service: isByRole ? null : { principal: 'codebuild.amazonaws.com', sourceArn: arn, sourceAccount: place.account },
    placement: placementOf(vpcConfig, isByCommand),
    images: environment?.image === undefined ? [] : [environment.image],
    os: environment?.type?.startsWith('WINDOWS') === true ? 'windows' : 'linux',
    architecture: environment?.type?.startsWith('ARM') === true ? 'ARM64' : 'X86_64',
    diskGiB: null,
  };
  return {
    value,
    evidence: [
      says(
        ref.project,
        `pulls ${environment?.image ?? 'no image'} with ${isByRole ? 'its service role' : 'credentials of CodeBuild'}`,
      ),
    ],
  };
}

/**
 * A build in a VPC has no public address there. Whether the image that it runs in comes through the VPC as well, AWS does
 * not document. (CodeBuild user guide, "Use AWS CodeBuild with Amazon Virtual Private Cloud".)
 */
function placementOf(vpc: VpcConfig | undefined, isByCommand: boolean): Puller['placement'] {
  if (vpc?.vpcId === undefined) return { kind: 'aws' };
  if (!isByCommand) return { kind: 'unseen' };
  const { subnets = [], securityGroupIds = [] } = vpc;
  return { kind: 'subnets', subnets, securityGroups: securityGroupIds, hasPublicAddress: false };
}
