import {
  CreateClusterCommand,
  CreateServiceCommand,
  type CreateServiceCommandInput,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
} from '@aws-sdk/client-ecs';
import type { Clients } from '../../../src/aws/clients.ts';

/** Registers a task definition for Fargate, with one container for each image, and answers with its ARN. */
export async function registerTask(
  { ecs }: Clients,
  family: string,
  parts: { readonly images: readonly string[]; readonly executionRoleArn?: string; readonly taskRoleArn?: string },
): Promise<string> {
  const { images, ...roles } = parts;
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      ...roles,
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      containerDefinitions: images.map((image, index) => ({ name: `container-${index}`, image, memory: 256 })),
    }),
  );
  return taskDefinition?.taskDefinitionArn ?? '';
}

/** Creates `prod/NAME`, a service of that task definition on Fargate. */
export async function createService(
  { ecs }: Clients,
  serviceName: string,
  taskDefinition: string,
  network: Network | null,
  options: Partial<CreateServiceCommandInput> = {},
): Promise<void> {
  await ecs.send(new CreateClusterCommand({ clusterName: 'prod' }));
  await ecs.send(
    new CreateServiceCommand({
      cluster: 'prod',
      serviceName,
      taskDefinition,
      desiredCount: 1,
      launchType: 'FARGATE',
      platformVersion: 'LATEST',
      ...(network !== null && { networkConfiguration: awsvpc(network) }),
      ...options,
    }),
  );
}

/** Runs one task on Fargate in the cluster `prod` and answers with its ARN. */
export async function runTask({ ecs }: Clients, taskDefinition: string, network: Network): Promise<string> {
  await ecs.send(new CreateClusterCommand({ clusterName: 'prod' }));
  const { tasks = [] } = await ecs.send(
    new RunTaskCommand({
      cluster: 'prod',
      taskDefinition,
      launchType: 'FARGATE',
      networkConfiguration: awsvpc(network),
    }),
  );
  return tasks[0]?.taskArn ?? '';
}

function awsvpc({ subnets, securityGroups, assignPublicIp = 'DISABLED' }: Network) {
  return { awsvpcConfiguration: { subnets: [...subnets], securityGroups: [...securityGroups], assignPublicIp } };
}

interface Network {
  readonly subnets: readonly string[];
  /** moto fails on a network that names none; AWS answers an empty list for one. */
  readonly securityGroups: readonly string[];
  readonly assignPublicIp?: 'ENABLED' | 'DISABLED';
}
