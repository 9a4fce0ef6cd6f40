import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { expect, it } from 'vitest';
import { sideServicesOf } from '../../../src/aws/ecs/side-services.ts';

const PLACE = { account: '444455556666', region: 'us-east-1' };
const secretArn = (region: string, name: string): string =>
  `arn:aws:secretsmanager:${region}:444455556666:secret:${name}`;

const needs = (...containerDefinitions: ContainerDefinition[]): readonly string[] =>
  sideServicesOf({ containerDefinitions }, PLACE).map(
    ({ service, region, resources }) => `${service} ${region} ${resources.join(' ')}`,
  );
const withSecrets = (...values: string[]): ContainerDefinition => ({
  secrets: values.map((valueFrom, index) => ({ name: `S${index}`, valueFrom })),
});

it.each<[string, ContainerDefinition, readonly string[]]>([
  ['nothing', {}, []],
  [
    'the log group of the awslogs driver, in the Region that it names',
    {
      name: 'app',
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/a', 'awslogs-region': 'eu-west-1' } },
    },
    ['logs eu-west-1 arn:aws:logs:eu-west-1:444455556666:log-group:/ecs/a:log-stream:app'],
  ],
  ['nothing for a log router, which is a container of its own', { logConfiguration: { logDriver: 'awsfirelens' } }, []],
  [
    'a secret, whatever key or version of it is wanted',
    withSecrets(`${secretArn('us-east-1', 'db-AbCdEf')}:password::`),
    [`secretsmanager us-east-1 ${secretArn('us-east-1', 'db-AbCdEf')}`],
  ],
  [
    'a parameter by its ARN, in its Region',
    withSecrets('arn:aws:ssm:eu-west-1:444455556666:parameter/db'),
    ['ssm eu-west-1 arn:aws:ssm:eu-west-1:444455556666:parameter/db'],
  ],
  [
    'a parameter by its name, in the Region of the task',
    withSecrets('/db/password'),
    ['ssm us-east-1 arn:aws:ssm:us-east-1:444455556666:parameter/db/password'],
  ],
  [
    'the secrets of a log driver',
    {
      logConfiguration: {
        logDriver: 'splunk',
        secretOptions: [{ name: 'token', valueFrom: secretArn('us-east-1', 't-AbCdEf') }],
      },
    },
    [`secretsmanager us-east-1 ${secretArn('us-east-1', 't-AbCdEf')}`],
  ],
  [
    'the credentials of another registry',
    { repositoryCredentials: { credentialsParameter: secretArn('us-east-1', 'hub-AbCdEf') } },
    [`secretsmanager us-east-1 ${secretArn('us-east-1', 'hub-AbCdEf')}`],
  ],
])('a task needs %s', (_what, container, expected) => {
  expect(needs(container)).toEqual(expected);
});

it('names a service once for each Region, with all that is asked for', () => {
  expect(needs(withSecrets('/a', '/b'), withSecrets('/a'))).toEqual([
    'ssm us-east-1 arn:aws:ssm:us-east-1:444455556666:parameter/a arn:aws:ssm:us-east-1:444455556666:parameter/b',
  ]);
});

it('names what has no ARN in the partition of its task', () => {
  const taskDefinitionArn = 'arn:aws-us-gov:ecs:us-gov-west-1:444455556666:task-definition/api:1';
  const containerDefinitions: ContainerDefinition[] = [
    { name: 'app', logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/a' } } },
    withSecrets('/a'),
    { repositoryCredentials: { credentialsParameter: 'hub' } },
  ];
  expect(
    sideServicesOf({ taskDefinitionArn, containerDefinitions }, { ...PLACE, region: 'us-gov-west-1' }),
  ).toMatchObject([
    { resources: ['arn:aws-us-gov:logs:us-gov-west-1:444455556666:log-group:/ecs/a:log-stream:app'] },
    { resources: ['arn:aws-us-gov:ssm:us-gov-west-1:444455556666:parameter/a'] },
    { resources: ['arn:aws-us-gov:secretsmanager:us-gov-west-1:444455556666:secret:hub-000000'] },
  ]);
});
