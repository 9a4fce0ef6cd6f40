import type { ContainerDefinition, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Action, Arn, Place, Region } from '../../domain/aws.ts';
import type { SideService } from '../../domain/network-path.ts';
import type { SideNeed } from '../../domain/facts/puller.ts';
import { partitionOfArn } from '../../domain/arn.ts';

const ACTIONS: Readonly<Record<SideService, Action>> = {
  logs: 'logs:CreateLogStream',
  secretsmanager: 'secretsmanager:GetSecretValue',
  ssm: 'ssm:GetParameters',
};

/**
 * What a task must reach besides ECR before its containers run: the log group of the awslogs driver, and its secrets.
 * KMS is none of them: Secrets Manager and Parameter Store ask it themselves. A log router is a container of the task's
 * own, and starts whatever it reaches. Source: ECS developer guide, "Using the awslogs log driver", and API reference, Secret.
 */
export function sideServicesOf(
  { containerDefinitions = [], taskDefinitionArn = '' }: TaskDefinition,
  place: Place,
): readonly SideNeed[] {
  const home: Home = { ...place, partition: partitionOfArn(taskDefinitionArn) };
  const asked = containerDefinitions.flatMap((container) => [
    ...logsOf(container, home),
    ...secretsOf(container).flatMap((valueFrom) => secretOf(valueFrom, home)),
    ...credentialsOf(container, home),
  ]);
  const needs = new Map<string, SideNeed>();
  for (const { service, region, resource } of asked) {
    const key = `${service} ${region}`;
    const resources = needs.get(key)?.resources ?? [];
    needs.set(key, { service, region, action: ACTIONS[service], resources: [...new Set([...resources, resource])] });
  }
  return [...needs.values()];
}

/** Where the task runs: what it names without an ARN is there. */
interface Home extends Place {
  readonly partition: string;
}

interface Asked {
  readonly service: SideService;
  readonly region: Region;
  readonly resource: Arn;
}

function logsOf(
  { name = '', logConfiguration }: ContainerDefinition,
  { partition, account, region }: Home,
): readonly Asked[] {
  if (logConfiguration?.logDriver !== 'awslogs') return [];
  const { 'awslogs-region': named = region, 'awslogs-group': group = '' } = logConfiguration.options ?? {};
  // The driver picks the rest of the stream's name; what a policy says of the group holds for any.
  const resource = `arn:${partition}:logs:${named}:${account}:log-group:${group}:log-stream:${name}`;
  return [{ service: 'logs', region: named, resource }];
}

function secretsOf({ secrets = [], logConfiguration }: ContainerDefinition): readonly string[] {
  return [...secrets, ...(logConfiguration?.secretOptions ?? [])].flatMap(({ valueFrom }) => valueFrom ?? []);
}

/** An ARN names its service and Region; a name alone is a parameter in the Region of the task. */
function secretOf(valueFrom: string, { partition, account, region }: Home): readonly Asked[] {
  const [prefix = '', , service = '', named = ''] = valueFrom.split(':');
  if (prefix !== 'arn') {
    const resource = `arn:${partition}:ssm:${region}:${account}:parameter/${valueFrom.replace(/^\//, '')}`;
    return [{ service: 'ssm', region, resource }];
  }
  if (service !== 'secretsmanager' && service !== 'ssm') return [];
  // Behind the secret's own ARN may stand a key in it and a version.
  return [{ service, region: named, resource: valueFrom.split(':').slice(0, 7).join(':') }];
}

/** Credentials for a registry that is not of ECR, which another container of the task needs. */
function credentialsOf(
  { repositoryCredentials }: ContainerDefinition,
  { partition, account, region }: Home,
): readonly Asked[] {
  const secret = repositoryCredentials?.credentialsParameter;
  if (secret === undefined) return [];
  const [prefix, , , named = region] = secret.split(':');
  // Secrets Manager ends every name with six characters of its own.
  const resource =
    prefix === 'arn' ? secret : `arn:${partition}:secretsmanager:${region}:${account}:secret:${secret}-000000`;
  return [{ service: 'secretsmanager', region: prefix === 'arn' ? named : region, resource }];
}
