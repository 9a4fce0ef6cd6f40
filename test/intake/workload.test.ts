import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/intake/parse-message.ts';

const ECS =
  'CannotPullContainerError: failed to resolve ref 210987654321.dkr.ecr.eu-west-1.amazonaws.com/cart:1: not found';
const KUBELET = 'Failed to pull image "210987654321.dkr.ecr.eu-west-1.amazonaws.com/cart:1": not found';
const place = { region: 'eu-west-1', account: '345678901234' };

describe('the workload of a message', () => {
  it.each([
    [
      'a pod in a list of events',
      `7s  Warning  Failed  pod/cart-5d9c  ${KUBELET}\n9s  Warning  Failed  Pod/cart-5d9c  Error: ErrImagePull`,
      { kind: 'kubernetes-pod', pod: 'cart-5d9c' },
    ],
    [
      'several pods in a list of events',
      `7s  Warning  Failed  pod/cart  ${KUBELET}\n9s  Warning  Failed  pod/till  x`,
      null,
    ],
    [
      'a service by its ARN',
      `arn:aws:ecs:eu-west-1:345678901234:service/prod/cart ${ECS}`,
      { kind: 'ecs-service', place, cluster: 'prod', service: 'cart' },
    ],
    [
      'a service event beside its cluster',
      `arn:aws:ecs:eu-west-1:345678901234:cluster/prod\n(service cart) was unable to place a task. Reason: ${ECS}`,
      { kind: 'ecs-service', place, cluster: 'prod', service: 'cart' },
    ],
    [
      'a service event beside the name of a cluster',
      `cluster "prod": (service cart) was unable to place a task. Reason: ${ECS}`,
      { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'cart' },
    ],
    ['a service event alone', `(service cart) was unable to place a task. Reason: ${ECS}`, null],
    [
      'a task',
      `arn:aws:ecs:eu-west-1:345678901234:task/prod/0a1b2c3d4e5f60718293a4b5c6d7e8f9 ${ECS}`,
      { kind: 'ecs-task', place, cluster: 'prod', task: '0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    ],
    [
      'a task of the older kind',
      `arn:aws:ecs:eu-west-1:345678901234:task/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9 ${ECS}`,
      { kind: 'ecs-task', place, task: '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9' },
    ],
    [
      'a job of Batch',
      `arn:aws:batch:eu-west-1:345678901234:job/b7d9a1c2-3e4f-4a5b-8c6d-7e8f90a1b2c3 ${ECS}`,
      { kind: 'batch-job', place, job: 'b7d9a1c2-3e4f-4a5b-8c6d-7e8f90a1b2c3' },
    ],
    [
      'a build',
      `arn:aws:codebuild:eu-west-1:345678901234:build/cart-ci:0a1b2c3d-4e5f BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE: ${ECS}`,
      { kind: 'build-project', place, project: 'cart-ci' },
    ],
    [
      'a service of App Runner',
      `arn:aws:apprunner:eu-west-1:345678901234:service/cart/8fe1e10304f84fd2b0df550fe98a71fa ${ECS}`,
      {
        kind: 'apprunner-service',
        place,
        service: 'arn:aws:apprunner:eu-west-1:345678901234:service/cart/8fe1e10304f84fd2b0df550fe98a71fa',
      },
    ],
    [
      'a cluster of EKS, by its ARN',
      `arn:aws:eks:eu-west-1:345678901234:cluster/shop ${KUBELET}`,
      { kind: 'kubernetes-pod', place, cluster: 'shop' },
    ],
    [
      'a masked account',
      `arn:aws:ecs:eu-west-1:XXXX:task/prod/0a1b2c3d4e5f60718293a4b5c6d7e8f9 ${ECS}`,
      { kind: 'ecs-task', place: { region: 'eu-west-1' }, cluster: 'prod', task: '0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    ],
    [
      'a function',
      'arn:aws:lambda:eu-west-1:345678901234:function:cart:live Lambda does not have permission to access the ECR image',
      { kind: 'lambda-function', place, functionName: 'cart' },
    ],
    [
      'the event of the scheduler',
      `Normal  Scheduled  3m  default-scheduler  Successfully assigned shop/cart-1 to ip-10-0-3-7.eu-west-1.compute.internal\nWarning  Failed  3m  kubelet  ${KUBELET}`,
      { kind: 'kubernetes-pod', namespace: 'shop', pod: 'cart-1', node: 'ip-10-0-3-7.eu-west-1.compute.internal' },
    ],
    [
      'the log of the kubelet',
      `${KUBELET} pod="shop/cart-1" podUID="0"`,
      { kind: 'kubernetes-pod', namespace: 'shop', pod: 'cart-1' },
    ],
    [
      'the node of an event',
      `Warning  Failed  3m  kubelet, node-7  ${KUBELET}`,
      { kind: 'kubernetes-pod', node: 'node-7' },
    ],
    [
      'kubectl describe',
      `Name:             cart-1\nNamespace:        shop\nNode:             node-7/10.0.0.1\n${KUBELET}`,
      { kind: 'kubernetes-pod', namespace: 'shop', pod: 'cart-1', node: 'node-7' },
    ],
    [
      'the role that was denied',
      'CannotPullECRContainerError: AccessDeniedException: User: arn:aws:sts::345678901234:assumed-role/cart-exec/0a1b is not authorized to perform: ecr:GetAuthorizationToken on resource: *',
      { kind: 'role', role: 'arn:aws:iam::345678901234:role/cart-exec' },
    ],
    ['nobody', ECS, null],
  ])('is %s', (_, text, workload) => {
    expect(readMessage(text).workload).toEqual(workload);
  });
});

describe('the time of a failure', () => {
  it.each([
    ['2026-11-20T10:11:12Z', '2026-11-20T10:11:12.000Z'],
    ['2026-11-20T10:11:12.345678+02:00', '2026-11-20T08:11:12.345Z'],
    ['2026-11-20 10:11:12 UTC', '2026-11-20T10:11:12.000Z'],
    ['"stoppedAt": 1732097472000,', '2024-11-20T10:11:12.000Z'],
    ['2026-11-20T10:11:12 (whose zone nobody knows)', null],
    ['2026-99-99T10:11:12Z', null],
    ['this morning', null],
  ])('is read from %j', (words, time) => {
    expect(readMessage(`${words} ${ECS}`).failedAt).toBe(time);
  });
});
