import { CreateVpcEndpointCommand } from '@aws-sdk/client-ec2';
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { expect, it } from 'vitest';
import type { NetworkEstate } from '../../../../src/domain/network-estate.ts';
import { traceSidePath } from '../../../../src/semantics/vpc-path/trace-paths.ts';
import { aQuery } from '../../../support/network.ts';
import { ownerOf, REGION, WORKLOADS } from '../accounts.ts';
import { createService } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import { createEndpoints, createVpc } from '../network.ts';
import { aPull, CHECKOUT, IMAGE, know } from '../reading.ts';

useMoto();

const service = aPull({ workload: CHECKOUT });
const parameter = `arn:aws:ssm:${REGION}:${WORKLOADS}:parameter/database`;

/** A service of a task that logs to CloudWatch and takes a parameter, in a VPC of endpoints alone. */
async function startService() {
  const owner = ownerOf(WORKLOADS);
  const built = await createVpc(owner);
  await createEndpoints(owner, built);
  const { taskDefinition } = await owner.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'checkout',
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        {
          name: 'app',
          image: IMAGE,
          memory: 256,
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/checkout', 'awslogs-region': REGION },
          },
          secrets: [{ name: 'DATABASE', valueFrom: parameter }],
        },
      ],
    }),
  );
  const network = { subnets: [built.subnet], securityGroups: [built.taskGroup] };
  await createService(owner, 'checkout', taskDefinition?.taskDefinitionArn ?? '', network);
  return { ec2: owner.ec2, built };
}

/** Who answers DNS, and private hosted zones, moto does not tell. */
async function readEstate(): Promise<NetworkEstate> {
  const [estate] = (await know('network', service)).value.estates;
  if (estate === undefined) throw new Error('there is no estate');
  return { ...estate, vpc: { ...estate.vpc, resolver: 'amazon', privateZones: [] } };
}

it('are read from the task definition', async () => {
  await startService();
  expect((await know('workload', service)).value.sideServices).toMatchObject([
    { service: 'logs', region: REGION, resources: [expect.stringContaining('log-group:/ecs/checkout')] },
    { service: 'ssm', region: REGION, resources: [parameter] },
  ]);
});

it('are out of reach in a closed VPC until there is an endpoint of them', async () => {
  const { ec2, built } = await startService();
  const query = aQuery({ region: REGION });
  expect(traceSidePath(await readEstate(), query, 'logs', () => 'allowed').verdict).toBe('blocked');
  await ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: built.vpc,
      ServiceName: `com.amazonaws.${REGION}.logs`,
      VpcEndpointType: 'Interface',
      SubnetIds: [built.subnet],
      SecurityGroupIds: [built.endpointGroup],
      PrivateDnsEnabled: true,
    }),
  );
  const estate = await readEstate();
  expect(traceSidePath(estate, query, 'logs', () => 'allowed').verdict).toBe('reachable');
  expect(traceSidePath(estate, query, 'ssm', () => 'allowed').verdict).toBe('blocked');
});
