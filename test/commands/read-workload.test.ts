import { describe, expect, it } from 'vitest';
import { BadUse } from '../../src/commands/bad-use.ts';
import { readWorkload } from '../../src/commands/read-workload.ts';

const TASK = 'arn:aws:ecs:eu-west-1:444455556666:task/prod/0af1';
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
    [{ task: TASK }, { kind: 'ecs-task', place: { account: '444455556666', region: 'eu-west-1' }, task: TASK }],
    [{ role: ROLE }, { kind: 'role', role: ROLE }],
  ])('%j', (options, workload) => {
    expect(readWorkload(options)).toEqual(workload);
  });

  it.each([
    [{ cluster: 'prod' }, '--cluster needs --service or --task'],
    [{ service: 'a', role: ROLE }, 'one of --service, --task and --role'],
    [{ role: 'checkout-exec' }, '--role is malformed'],
    [{ account: '12', service: 'a' }, '--account is malformed'],
    [{ region: 'europe', service: 'a' }, '--region is malformed'],
  ])('refuses %j', (options, problem) => {
    expect(() => readWorkload(options)).toThrow(BadUse);
    expect(() => readWorkload(options)).toThrow(problem);
  });
});
