import type { Action } from '../../../../domain/aws.ts';
import type { Wish } from '../../wish.ts';
import type { Service as EcsService, ServiceDeployment } from '../../estate.ts';
import { pageOf } from '../../page.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import type { Output } from '../../wire/protocol.ts';
import type { Call, Operation } from '../operation.ts';
import { checkAccount, clusterNameIn, ecsArn, ecsOf, findCluster, missing, shortOf } from './cluster.ts';
import { ECS_PAGE } from './paging.ts';

export const listServiceDeployments: Operation = {
  wishes: (call, action) => [
    { action, resource: ecsArn(call, `service/${clusterNameIn(call)}/${serviceIn(call)}`), owner: call.caller.account },
  ],
  answer(call) {
    const service = findCluster(call).services.find(({ serviceName }) => serviceName === serviceIn(call));
    if (service === undefined) throw new AwsFault('ServiceNotFoundException', 'Service not found.');
    const statuses = textsOf(call.input, 'status');
    const path = `${clusterNameIn(call)}/${service.serviceName}`;
    const briefs = service.serviceDeployments
      .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
      .map((deployment) => brief(call, path, deployment));
    const { page, nextToken } = pageOf(briefs, call.input, ECS_PAGE);
    return { serviceDeployments: page, nextToken };
  },
};

export const describeServiceDeployments: Operation = {
  wishes: wishesForArns('serviceDeploymentArns'),
  answer: (call) =>
    eachByArn(call, 'serviceDeploymentArns', 'serviceDeployments', (service, path, id) => {
      const deployment = service.serviceDeployments.find((candidate) => candidate.id === id);
      if (deployment === undefined) return undefined;
      const { targetServiceRevisionArn: arn, ...rest } = brief(call, path, deployment);
      const back = deployment.rollbackServiceRevision;
      return {
        ...rest,
        sourceServiceRevisions: [],
        targetServiceRevision: { arn },
        ...(back !== undefined && {
          rollback: { serviceRevisionArn: ecsArn(call, `service-revision/${path}/${back}`) },
        }),
      };
    }),
};

export const describeServiceRevisions: Operation = {
  wishes: wishesForArns('serviceRevisionArns'),
  answer: (call) =>
    eachByArn(call, 'serviceRevisionArns', 'serviceRevisions', (service, path, id) => {
      const revision = service.serviceRevisions.find((candidate) => candidate.id === id);
      if (revision === undefined) return undefined;
      return {
        taskDefinition: revision.taskDefinition,
        containerImages: revision.containerImages,
        createdAt: revision.createdAt,
        serviceRevisionArn: ecsArn(call, `service-revision/${path}/${id}`),
        serviceArn: ecsArn(call, `service/${path}`),
        clusterArn: ecsArn(call, `cluster/${path.split('/')[0]}`),
        launchType: service.launchType,
        platformVersion: service.platformVersion,
        networkConfiguration: service.networkConfiguration,
        guardDutyEnabled: false,
      };
    }),
};

const serviceIn = (call: Call): string => shortOf(textOf(call.input, 'service') ?? '');

function wishesForArns(parameter: string): (call: Call, action: Action) => readonly Wish[] {
  return (call, action) =>
    textsOf(call.input, parameter).map((resource) => ({ action, resource, owner: call.caller.account }));
}

/** Revisions and deployments are named by ARNs that end in `CLUSTER/SERVICE/ID`. */
function eachByArn(
  call: Call,
  parameter: string,
  field: string,
  describe: (service: EcsService, path: string, id: string) => Output | undefined,
): Output {
  const found: Output[] = [];
  const failures: Output[] = [];
  for (const arn of textsOf(call.input, parameter)) {
    checkAccount(call, arn);
    const [, clusterName = '', serviceName = '', id = ''] = arn.split('/');
    const cluster = ecsOf(call).clusters.find((candidate) => candidate.clusterName === clusterName);
    const service = cluster?.services.find((candidate) => candidate.serviceName === serviceName);
    const description = service && describe(service, `${clusterName}/${serviceName}`, id);
    if (description === undefined) failures.push(missing(arn));
    else found.push(description);
  }
  return { [field]: found, failures };
}

function brief(call: Call, path: string, deployment: ServiceDeployment) {
  const { id, targetServiceRevision, rollbackServiceRevision: _rollback, ...own } = deployment;
  return {
    ...own,
    serviceDeploymentArn: ecsArn(call, `service-deployment/${path}/${id}`),
    serviceArn: ecsArn(call, `service/${path}`),
    clusterArn: ecsArn(call, `cluster/${path.split('/')[0]}`),
    targetServiceRevisionArn: ecsArn(call, `service-revision/${path}/${targetServiceRevision}`),
  };
}
