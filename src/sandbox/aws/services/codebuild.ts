import type { BuildProject } from '../estate.ts';
import { textsOf } from '../wire/input.ts';
import { jsonProtocol } from '../wire/json.ts';
import type { Output } from '../wire/protocol.ts';
import type { Call, Operation, Service } from './operation.ts';
import { workloadsOf } from './workloads-of.ts';

const batchGetProjects: Operation = {
  wishes: (call, action) =>
    textsOf(call.input, 'names').map((name) => ({
      action,
      resource: projectArn(call, name),
      owner: call.caller.account,
    })),
  answer(call) {
    const wanted = textsOf(call.input, 'names');
    const projects = workloadsOf(call).builds ?? [];
    return {
      projects: projects.filter(({ name }) => wanted.includes(name)).map((project) => describe(call, project)),
      projectsNotFound: wanted.filter((name) => !projects.some((project) => project.name === name)),
    };
  },
};

export const codebuild: Service = {
  protocol: jsonProtocol,
  isGlobal: false,
  operations: { BatchGetProjects: batchGetProjects },
};

const projectArn = ({ region, caller }: Call, name: string): string =>
  `arn:aws:codebuild:${region}:${caller.account}:project/${name}`;

function describe(call: Call, project: BuildProject): Output {
  const { name, image, imagePullCredentialsType, serviceRole, architecture, vpcId } = project;
  const type = architecture === 'arm64' ? 'ARM_CONTAINER' : 'LINUX_CONTAINER';
  return {
    name,
    arn: projectArn(call, name),
    serviceRole,
    environment: { type, image, computeType: 'BUILD_GENERAL1_SMALL', imagePullCredentialsType },
    ...(vpcId !== undefined && { vpcConfig: { vpcId } }),
  };
}
