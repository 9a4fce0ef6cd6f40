import { jsonProtocol } from '../../wire/json.ts';
import type { Service } from '../operation.ts';
import { describeServiceDeployments, describeServiceRevisions, listServiceDeployments } from './deployments.ts';
import { describeServices, listClusters, listServices } from './services.ts';
import { describeCapacityProviders, describeContainerInstances, listContainerInstances } from './instances.ts';
import { describeTaskDefinition } from './task-definitions.ts';
import { describeTasks, listTasks } from './tasks.ts';

export const ecs: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: {
    ListClusters: listClusters,
    ListServices: listServices,
    DescribeServices: describeServices,
    ListTasks: listTasks,
    DescribeTasks: describeTasks,
    DescribeTaskDefinition: describeTaskDefinition,
    ListContainerInstances: listContainerInstances,
    DescribeContainerInstances: describeContainerInstances,
    DescribeCapacityProviders: describeCapacityProviders,
    ListServiceDeployments: listServiceDeployments,
    DescribeServiceDeployments: describeServiceDeployments,
    DescribeServiceRevisions: describeServiceRevisions,
  },
};
