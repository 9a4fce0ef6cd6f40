import { describe, expect, it } from 'vitest';
import type { WorkloadRef } from '../../../../src/domain/incident.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { addFunction, workloadsIn } from '../../../../src/sandbox/worlds/parts/functions.ts';
import { addMachineRole } from '../../../../src/sandbox/worlds/parts/instances.ts';
import { roleArn } from '../../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP } from '../../../../src/sandbox/worlds/parts/network.ts';
import { anImage, anIncident, HOST } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const ACCOUNT = '444455556666';
const HERE = { account: ACCOUNT, region: 'us-east-1' };

const read = (workload: WorkloadRef | null, change: (estate: Estate) => void, parts = {}) =>
  readFact('puller', anIncident({ platform: 'kubernetes', workload, ...parts }), change);

it('Lambda pulls in its own name, for the function that has the name in the one place', async () => {
  const learned = await read({ kind: 'lambda-function', place: {}, functionName: 'thumbnails' }, (estate) =>
    addFunction(estate),
  );
  expect(learned).toMatchObject({
    known: true,
    value: {
      ...HERE,
      kind: 'lambda-function',
      roles: [],
      service: {
        principal: 'lambda.amazonaws.com',
        sourceArn: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:thumbnails`,
        sourceAccount: ACCOUNT,
      },
      placement: { kind: 'aws' },
      images: [`${HOST}/shop/api:v4.12.1`],
    },
  });
});

it('a function on Arm needs an image for it', async () => {
  const learned = await read({ kind: 'lambda-function', place: {}, functionName: 'thumbnails' }, (estate) => {
    addFunction(estate);
    for (const each of workloadsIn(estate).functions ?? []) each.architecture = 'arm64';
  });
  expect(learned).toMatchObject({ known: true, value: { architecture: 'ARM64' } });
});

describe('for a build', () => {
  const ref: WorkloadRef = { kind: 'build-project', place: {}, project: 'ci' };
  const serviceRole = roleArn(ACCOUNT, 'ci');
  const addProject = (by: 'CODEBUILD' | 'SERVICE_ROLE', vpcId?: string) => (estate: Estate) => {
    workloadsIn(estate).builds = [
      {
        name: 'ci',
        image: anImage().text,
        imagePullCredentialsType: by,
        serviceRole,
        architecture: 'arm64',
        ...(vpcId !== undefined && { vpcId }),
      },
    ];
  };

  it('CodeBuild pulls in its own name unless the project says otherwise', async () => {
    expect(await read(ref, addProject('CODEBUILD'))).toMatchObject({
      known: true,
      value: { roles: [], service: { principal: 'codebuild.amazonaws.com' }, placement: { kind: 'aws' } },
    });
    expect(await read(ref, addProject('SERVICE_ROLE'))).toMatchObject({
      known: true,
      value: { roles: [{ arn: serviceRole, source: 'build-role' }], service: null, architecture: 'ARM64' },
    });
  });

  it('a command of the build pulls any other image, with the service role', async () => {
    const image = anImage({ repository: 'other' });
    expect(await read(ref, addProject('CODEBUILD'), { image })).toMatchObject({
      known: true,
      value: { roles: [{ arn: serviceRole }], service: null },
    });
  });

  it('out of which network a VPC’s build is pulled for is not known', async () => {
    const learned = await read(ref, addProject('SERVICE_ROLE', 'vpc-1'));
    expect(learned).toMatchObject({ known: true, value: { placement: { kind: 'unseen' } } });
  });
});

describe('for a job of Batch', () => {
  const environment = `arn:aws:batch:us-east-1:${ACCOUNT}:compute-environment/nightly`;
  const addJob = (platform: 'FARGATE' | 'EC2') => (estate: Estate) => {
    addMachineRole(estate, 'batch-instances', []);
    const workloads = workloadsIn(estate);
    workloads.computeEnvironments = [
      {
        arn: environment,
        type: platform,
        subnets: [...PRIVATE_SUBNETS],
        securityGroupIds: [TASK_GROUP],
        instanceProfile: `arn:aws:iam::${ACCOUNT}:instance-profile/batch-instances`,
      },
    ];
    const executionRole = roleArn(ACCOUNT, 'report-exec');
    workloads.batchJobs = [
      { id: 'job-1', name: 'report', computeEnvironment: environment, platform, image: anImage().text, executionRole },
    ];
  };
  const ref: WorkloadRef = { kind: 'batch-job', place: {}, job: 'job-1' };
  const execution = { arn: roleArn(ACCOUNT, 'report-exec'), source: 'execution-role' };
  const placement = { kind: 'subnets', subnets: PRIVATE_SUBNETS, securityGroups: [TASK_GROUP] };

  it('on Fargate its execution role pulls', async () => {
    expect(await read(ref, addJob('FARGATE'))).toMatchObject({
      known: true,
      value: { ...HERE, kind: 'batch-job', roles: [execution], placement: { ...placement, hasPublicAddress: false } },
    });
  });

  it('on instances that role or theirs pulls', async () => {
    expect(await read(ref, addJob('EC2'))).toMatchObject({
      known: true,
      value: {
        kind: 'ecs-instance',
        roles: [execution, { arn: roleArn(ACCOUNT, 'batch-instances'), source: 'instance-role' }],
        placement: { ...placement, hasPublicAddress: 'unknown' },
        architecture: 'unknown',
      },
    });
  });

  it('is a gap when the queue has nothing left to run it', async () => {
    const learned = await read(ref, (estate) => {
      addJob('FARGATE')(estate);
      workloadsIn(estate).computeEnvironments = [];
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-gone' } });
  });

  it('is a gap when Batch has forgotten the job', async () => {
    const learned = await read({ ...ref, job: 'job-2' }, addJob('FARGATE'));
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
  });
});

it('App Runner pulls with the access role of the service', async () => {
  const service = `arn:aws:apprunner:us-east-1:${ACCOUNT}:service/web/8fe1e10304f84fd2b0df550fe98a71fa`;
  const learned = await read({ kind: 'apprunner-service', place: HERE, service }, (estate) => {
    const accessRole = roleArn(ACCOUNT, 'web-access');
    workloadsIn(estate).appRunner = [{ arn: service, name: 'web', image: anImage().text, accessRole }];
  });
  expect(learned).toMatchObject({
    known: true,
    value: {
      kind: 'apprunner-service',
      name: 'service web of App Runner',
      roles: [{ arn: roleArn(ACCOUNT, 'web-access'), source: 'access-role' }],
      placement: { kind: 'aws' },
    },
  });
});
