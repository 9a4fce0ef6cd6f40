import {
  DescribeCapacityProvidersCommand,
  DescribeContainerInstancesCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListContainerInstancesCommand,
  ListServiceDeploymentsCommand,
  ListServicesCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import { NOBODY, type Probe, type ProbePlace } from '../probe.ts';

const cluster = NOBODY;
const ID = '0'.repeat(32);
const letIn = ['ClusterNotFoundException'];
const noService = [...letIn, 'ServiceNotFoundException'];

const arnOf = ({ partition, region, account }: ProbePlace, type: string): string =>
  `arn:${partition}:ecs:${region}:${account}:${type}/${cluster}/${NOBODY}/${ID}`;

export const ECS_PROBES = {
  'ecs:ListClusters': { send: ({ ecs }) => ecs.send(new ListClustersCommand({ maxResults: 1 })) },
  'ecs:ListServices': { send: ({ ecs }) => ecs.send(new ListServicesCommand({ cluster })), letIn },
  'ecs:ListTasks': { send: ({ ecs }) => ecs.send(new ListTasksCommand({ cluster })), letIn },
  'ecs:ListContainerInstances': { send: ({ ecs }) => ecs.send(new ListContainerInstancesCommand({ cluster })), letIn },
  'ecs:DescribeServices': {
    send: ({ ecs }) => ecs.send(new DescribeServicesCommand({ cluster, services: [NOBODY] })),
    letIn,
  },
  'ecs:DescribeTasks': { send: ({ ecs }) => ecs.send(new DescribeTasksCommand({ cluster, tasks: [ID] })), letIn },
  'ecs:DescribeContainerInstances': {
    send: ({ ecs }) => ecs.send(new DescribeContainerInstancesCommand({ cluster, containerInstances: [ID] })),
    letIn,
  },
  // What does not exist is among the failures of the answer.
  'ecs:DescribeCapacityProviders': {
    send: ({ ecs }) => ecs.send(new DescribeCapacityProvidersCommand({ capacityProviders: [NOBODY] })),
  },
  // ECS says of a task definition that does not exist only that the client is wrong.
  'ecs:DescribeTaskDefinition': {
    send: ({ ecs }) => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: NOBODY })),
    letIn: ['ClientException'],
  },
  'ecs:ListServiceDeployments': {
    send: ({ ecs }) => ecs.send(new ListServiceDeploymentsCommand({ cluster, service: NOBODY })),
    letIn: noService,
  },
  'ecs:DescribeServiceDeployments': {
    send: ({ ecs }, place) =>
      ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arnOf(place, 'service-deployment')] })),
    letIn: noService,
  },
  'ecs:DescribeServiceRevisions': {
    send: ({ ecs }, place) =>
      ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arnOf(place, 'service-revision')] })),
    letIn: noService,
  },
} satisfies Readonly<Record<string, Probe>>;
