import type { Arn } from '../../../domain/aws.ts';
import type { Estate } from '../../aws/estate.ts';
import { taskDefinitionArn } from './ecs.ts';
import { findCluster, findService, findTaskDefinition } from './find.ts';
import { hex } from './hex.ts';
import { CLUSTER, HOME, registryHost, repositoryArn, WORKLOAD } from './names.ts';
import { ago } from './time.ts';

/** The id of the task that `failPull` stops: it is also the session name in what IAM says of it. */
export const stoppedTaskId = (service: string): string => hex(`stopped ${service}`, 32);

/** The session of a service's execution role, as IAM's sentences name it. */
export const executionSession = (service: string): Arn =>
  `arn:aws:sts::${WORKLOAD}:assumed-role/${service}-exec/${stoppedTaskId(service)}`;

/** What ECS on Fargate says when the registry knows no such tag or digest. (ECS developer guide, "CannotPullContainer task errors".) */
export const notFoundMessage = (image: string): string =>
  `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${image}: ${image}: not found`;

/** What ECS says of a pull that IAM denied; `because` is the end of IAM's sentence. (amazon-ecs-agent, agent/api/errormessages.) */
export const deniedPullMessage = (service: string, repository: string, because: string): string =>
  `CannotPullContainerError: The task can’t pull the image. Check that the role has the permissions to pull images from the registry. Error response from daemon: pull access denied for ${registryHost()}/${repository}, repository does not exist or may require 'docker login': denied: User: ${executionSession(service)} is not authorized to perform: ecr:BatchGetImage on resource: ${repositoryArn(repository)} ${because}`;

/** A task of the service that stopped some minutes ago for the given reason, and what the service says about it. */
export function failPull(estate: Estate, serviceName: string, reason: string): void {
  const { now } = estate;
  const service = findService(estate, serviceName);
  const container = findTaskDefinition(estate, serviceName).containerDefinitions[0];
  const stoppedAt = ago(now, { minutes: 6 });
  const id = stoppedTaskId(serviceName);
  findCluster(estate).tasks = findCluster(estate).tasks.filter((task) => task.id !== hex(`task ${serviceName}`, 32));
  findCluster(estate).tasks.push({
    id,
    taskDefinitionArn: taskDefinitionArn(serviceName),
    group: `service:${serviceName}`,
    startedBy: service.deployments[0]?.id ?? '',
    launchType: 'FARGATE',
    platformVersion: service.platformVersion === 'LATEST' ? '1.4.0' : service.platformVersion,
    desiredStatus: 'STOPPED',
    lastStatus: 'STOPPED',
    createdAt: ago(now, { minutes: 8 }),
    pullStartedAt: ago(now, { minutes: 7 }),
    stoppedAt,
    stopCode: 'TaskFailedToStart',
    stoppedReason: reason,
    containers: [{ name: serviceName, image: container?.image ?? '', lastStatus: 'STOPPED', reason }],
    attachments: [],
    overrides: {},
  });
  service.runningCount = 0;
  service.events.unshift({
    id: hex(`failed ${serviceName}`, 32),
    createdAt: stoppedAt,
    message: `(service ${serviceName}) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section.`,
  });
  Object.assign(service.deployments[0] ?? {}, {
    runningCount: 0,
    failedTasks: 3,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ${service.deployments[0]?.id} in progress.`,
  });
}

/** Makes the service's task definition name another image. */
export function useImage(estate: Estate, serviceName: string, image: string): void {
  const container = findTaskDefinition(estate, serviceName).containerDefinitions[0];
  if (container !== undefined) container.image = image;
  beginDeployment(estate, serviceName);
}

/** A new deployment, whose first task has not started: ECS has frozen no digest for it yet. */
export function beginDeployment(estate: Estate, serviceName: string): void {
  const service = findService(estate, serviceName);
  const { taskDefinition } = service;
  const createdAt = ago(estate.now, { minutes: 10 });
  const containerImages = findTaskDefinition(estate, serviceName).containerDefinitions.map(({ name, image }) => ({
    containerName: name,
    image,
  }));
  const [id, revision] = [hex(`new deployment ${serviceName}`, 19), hex(`new revision ${serviceName}`, 19)];
  service.serviceRevisions.push({ id: revision, taskDefinition, createdAt, containerImages });
  service.serviceDeployments.push({
    id,
    status: 'IN_PROGRESS',
    targetServiceRevision: revision,
    createdAt,
    startedAt: createdAt,
  });
}

/** A service of the sandbox's cluster, as a person would name it with `--cluster` and `--service`. */
export const serviceRef = (service: string) => ({
  kind: 'ecs-service' as const,
  place: { account: WORKLOAD, region: HOME },
  cluster: CLUSTER,
  service,
});

/** The task that `failPull` stops, as a person would name it with `--cluster` and `--task`. */
export const stoppedTaskRef = (service: string) => ({
  kind: 'ecs-task' as const,
  place: { account: WORKLOAD, region: HOME },
  cluster: CLUSTER,
  task: stoppedTaskId(service),
});
