import { describe, expect, it } from 'vitest';
import { BadUse } from '../../src/commands/bad-use.ts';
import { readWorkload } from '../../src/commands/read-workload.ts';

const TASK = 'arn:aws:ecs:eu-west-1:444455556666:task/prod/0123456789abcdef0123456789abcdef';
const HERE = { account: '444455556666', region: 'eu-west-1' };
const WEB = 'arn:aws:apprunner:eu-west-1:444455556666:service/web1/8fe1e10304f84fd2b0df550fe98a71fa';
const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';

describe('readWorkload', () => {
  it.each([
    [{}, null],
    [
      { cluster: 'prod', service: 'api' },
      { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'api' },
    ],
    [
      { service: 'api', account: '444455556666', region: 'eu-west-1' },
      {
        kind: 'ecs-service',
        place: { account: '444455556666', region: 'eu-west-1' },
        cluster: 'default',
        service: 'api',
      },
    ],
    [{ task: TASK }, { kind: 'ecs-task', place: HERE, cluster: 'prod', task: '0123456789abcdef0123456789abcdef' }],
    [{ 'eks-cluster': 'shop' }, { kind: 'kubernetes-pod', place: {}, cluster: 'shop' }],
    [
      { 'eks-cluster': 'arn:aws:eks:eu-west-1:444455556666:cluster/shop', namespace: 'jobs' },
      { kind: 'kubernetes-pod', place: HERE, cluster: 'shop', namespace: 'jobs' },
    ],
    [
      { 'eks-cluster': 'shop', nodegroup: 'general', account: '444455556666' },
      { kind: 'kubernetes-pod', place: { account: '444455556666' }, cluster: 'shop', nodegroup: 'general' },
    ],
    [{ node: 'i-0123456789abcdef0' }, { kind: 'kubernetes-pod', place: {}, node: 'i-0123456789abcdef0' }],
    [
      { workload: 'arn:aws:lambda:eu-west-1:444455556666:function:resize' },
      { kind: 'lambda-function', place: HERE, functionName: 'resize' },
    ],
    [
      { workload: 'arn:aws:batch:eu-west-1:444455556666:job/b7d9a1c2-3e4f-4a5b-8c6d-7e8f90a1b2c3' },
      { kind: 'batch-job', place: HERE, job: 'b7d9a1c2-3e4f-4a5b-8c6d-7e8f90a1b2c3' },
    ],
    [
      { workload: 'arn:aws:codebuild:eu-west-1:444455556666:build/shop-ci:0af1' },
      { kind: 'build-project', place: HERE, project: 'shop-ci' },
    ],
    [{ workload: WEB }, { kind: 'apprunner-service', place: HERE, service: WEB }],
    [{ role: ROLE }, { kind: 'role', role: ROLE }],
  ])('%j', (options, workload) => {
    expect(readWorkload(options)).toEqual(workload);
  });

  it.each([
    [{ cluster: 'prod' }, '--cluster needs --service or --task'],
    [{ service: 'a', role: ROLE }, 'one of --service, --task, --role'],
    [{ nodegroup: 'general' }, '--nodegroup and --namespace need --eks-cluster'],
    [{ namespace: 'jobs', node: 'i-0123456789abcdef0' }, '--nodegroup and --namespace need --eks-cluster'],
    [{ workload: ROLE }, '--workload needs the ARN'],
    [{ task: '17' }, '--task needs the ARN of a task'],
    [{ task: '17', cluster: 'prod' }, '--task needs the ARN of a task'],
    [{ task: '0123456789abcdef0123456789abcdef' }, '--task needs the ARN of a task'],
    [{ role: 'checkout-exec' }, '--role needs the ARN of a role'],
    [{ account: '12', service: 'a' }, '--account is malformed'],
    [{ region: 'europe', service: 'a' }, '--region is malformed'],
  ])('refuses %j', (options, problem) => {
    expect(() => readWorkload(options)).toThrow(BadUse);
    expect(() => readWorkload(options)).toThrow(problem);
  });
});
