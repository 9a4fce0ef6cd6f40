import type { Estate, Task } from '../../aws/estate.ts';
import { taskDefinitionArn } from './ecs.ts';
import { findCluster, findNetwork, findTaskDefinition } from './find.ts';
import { hex } from './hex.ts';
import { TASK_GROUP, VPC } from './network.ts';
import { ago } from './time.ts';

/** A task of the service that runs, and pulled some hours ago from this subnet, with this group. */
export function runSibling(estate: Estate, service: string, subnetId: string, group: string = TASK_GROUP): void {
  const networkInterfaceId = `eni-0f30000000000${hex(subnetId, 4)}`;
  findNetwork(estate).networkInterfaces.push({
    networkInterfaceId,
    vpcId: VPC,
    subnetId,
    privateIpAddress: '10.20.16.77',
    securityGroupIds: [group],
    interfaceType: 'interface',
    description: 'arn:aws:ecs:us-east-1:444455556666:attachment/sibling',
  });
  const image = findTaskDefinition(estate, service).containerDefinitions[0]?.image ?? '';
  const sibling: Task = {
    id: hex(`sibling ${service}`, 32),
    taskDefinitionArn: taskDefinitionArn(service),
    group: `service:${service}`,
    launchType: 'FARGATE',
    platformVersion: '1.4.0',
    desiredStatus: 'RUNNING',
    lastStatus: 'RUNNING',
    createdAt: ago(estate.now, { hours: 3 }),
    pullStartedAt: ago(estate.now, { hours: 3 }),
    pullStoppedAt: ago(estate.now, { hours: 3 }),
    startedAt: ago(estate.now, { hours: 3 }),
    containers: [{ name: service, image, lastStatus: 'RUNNING' }],
    attachments: [
      {
        id: hex(`attachment ${service}`, 32),
        type: 'ElasticNetworkInterface',
        status: 'ATTACHED',
        details: [
          { name: 'subnetId', value: subnetId },
          { name: 'networkInterfaceId', value: networkInterfaceId },
        ],
      },
    ],
    overrides: {},
  };
  findCluster(estate).tasks.push(sibling);
}
