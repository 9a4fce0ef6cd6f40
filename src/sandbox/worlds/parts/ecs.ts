import type { Timestamp } from '../../../domain/aws.ts';
import type { EcsEstate, Service, Task, TaskDefinition } from '../../aws/estate.ts';
import { hex } from './hex.ts';
import { CLUSTER, HOME, registryHost, roleArn, WORKLOAD } from './names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP } from './network.ts';
import { ago } from './time.ts';

const REVISION = 7;
const PLATFORM = '1.4.0';

/** The services of the shop, each of one container. */
export function ecs(now: Timestamp): EcsEstate {
  const services = [
    { name: 'checkout', image: `${registryHost()}/shop/api:v4.12.1` },
    { name: 'my-app', image: `${registryHost()}/my-app:v2.1.0` },
  ];
  return {
    clusters: [
      {
        clusterName: CLUSTER,
        services: services.map(({ name, image }) => service(now, name, image)),
        tasks: services.map(({ name, image }) => runningTask(now, name, image)),
      },
    ],
    taskDefinitions: services.map(({ name, image }) => taskDefinition(now, name, image)),
  };
}

export const taskDefinitionArn = (family: string): string =>
  `arn:aws:ecs:${HOME}:${WORKLOAD}:task-definition/${family}:${REVISION}`;

function taskDefinition(now: Timestamp, family: string, image: string): TaskDefinition {
  return {
    family,
    revision: REVISION,
    status: 'ACTIVE',
    executionRoleArn: roleArn(WORKLOAD, `${family}-exec`),
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    requiresCompatibilities: ['FARGATE'],
    registeredAt: ago(now, { days: 2 }),
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    containerDefinitions: [{ name: family, image, essential: true, cpu: 0 }],
  };
}

function service(now: Timestamp, serviceName: string, image: string): Service {
  const deployedAt = ago(now, { days: 2 });
  const id = hex(`deployment ${serviceName}`, 19);
  const revision = hex(`revision ${serviceName}`, 19);
  return {
    serviceName,
    status: 'ACTIVE',
    desiredCount: 1,
    runningCount: 1,
    pendingCount: 0,
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    taskDefinition: taskDefinitionArn(serviceName),
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [...PRIVATE_SUBNETS], securityGroups: [TASK_GROUP], assignPublicIp: 'DISABLED' },
    },
    createdAt: ago(now, { days: 300 }),
    deployments: [
      {
        id: `ecs-svc/${id}`,
        status: 'PRIMARY',
        taskDefinition: taskDefinitionArn(serviceName),
        desiredCount: 1,
        pendingCount: 0,
        runningCount: 1,
        failedTasks: 0,
        createdAt: deployedAt,
        updatedAt: deployedAt,
        rolloutState: 'COMPLETED',
        rolloutStateReason: `ECS deployment ecs-svc/${id} completed.`,
      },
    ],
    events: [
      {
        id: hex(`event ${serviceName}`, 32),
        createdAt: deployedAt,
        message: `(service ${serviceName}) has reached a steady state.`,
      },
    ],
    serviceRevisions: [
      {
        id: revision,
        taskDefinition: taskDefinitionArn(serviceName),
        createdAt: deployedAt,
        containerImages: [{ containerName: serviceName, image, imageDigest: digestOf(image) }],
      },
    ],
    serviceDeployments: [
      {
        id,
        status: 'SUCCESSFUL',
        targetServiceRevision: revision,
        createdAt: deployedAt,
        startedAt: deployedAt,
        finishedAt: deployedAt,
      },
    ],
  };
}

function runningTask(now: Timestamp, family: string, image: string): Task {
  const createdAt = ago(now, { days: 2 });
  return {
    id: hex(`task ${family}`, 32),
    taskDefinitionArn: taskDefinitionArn(family),
    group: `service:${family}`,
    startedBy: `ecs-svc/${hex(`deployment ${family}`, 19)}`,
    launchType: 'FARGATE',
    platformVersion: PLATFORM,
    desiredStatus: 'RUNNING',
    lastStatus: 'RUNNING',
    createdAt,
    startedAt: createdAt,
    containers: [{ name: family, image, lastStatus: 'RUNNING', imageDigest: digestOf(image) }],
    attachments: [],
    overrides: {},
  };
}

/** The digest that `image()` in registry.ts gives the same reference. */
function digestOf(image: string): string {
  return `sha256:${hex(image.slice(image.indexOf('/') + 1), 64)}`;
}
