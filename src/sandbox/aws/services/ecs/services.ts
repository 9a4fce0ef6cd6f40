import type { Service as EcsService } from '../../estate.ts';
import { pageOf } from '../../page.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import type { Output } from '../../wire/protocol.ts';
import { type Call, type Operation, wishForAll } from '../operation.ts';
import {
  checkAccount,
  clusterNameIn,
  ecsArn,
  ecsOf,
  findCluster,
  invalidParameter,
  missing,
  shortOf,
  wishesForEach,
} from './cluster.ts';
import { ECS_PAGE, ECS_SERVICES_PAGE } from './paging.ts';

const MOST_SERVICES = 10;

export const listClusters: Operation = {
  wishes: wishForAll,
  answer(call) {
    const arns = ecsOf(call).clusters.map(({ clusterName }) => ecsArn(call, `cluster/${clusterName}`));
    const { page, nextToken } = pageOf(arns, call.input, ECS_PAGE);
    return { clusterArns: page, nextToken };
  },
};

export const listServices: Operation = {
  wishes: wishForAll,
  answer(call) {
    const launchType = textOf(call.input, 'launchType');
    const services = findCluster(call).services.filter(
      (service) => launchType === undefined || service.launchType === launchType,
    );
    const arns = services.map(({ serviceName }) => serviceArn(call, serviceName));
    const { page, nextToken } = pageOf(arns, call.input, ECS_SERVICES_PAGE);
    return { serviceArns: page, nextToken };
  },
};

export const describeServices: Operation = {
  wishes: wishesForEach('service', 'services'),
  answer(call) {
    const wanted = textsOf(call.input, 'services');
    if (wanted.length === 0) throw invalidParameter('Services cannot be empty.');
    if (wanted.length > MOST_SERVICES)
      throw invalidParameter(`Services cannot have more than ${MOST_SERVICES} elements.`);
    for (const service of wanted) checkAccount(call, service);
    const cluster = findCluster(call);
    const found = wanted.map((name) => cluster.services.find(({ serviceName }) => serviceName === shortOf(name)));
    return {
      services: found.filter((service) => service !== undefined).map((service) => describe(call, service)),
      failures: wanted
        .filter((_, index) => found[index] === undefined)
        .map((name) => missing(serviceArn(call, shortOf(name)))),
    };
  },
};

const serviceArn = (call: Call, name: string): string => ecsArn(call, `service/${clusterNameIn(call)}/${name}`);

function describe(call: Call, service: EcsService): Output {
  const { serviceRevisions, serviceDeployments, ...own } = service;
  const current = serviceRevisions.at(-1);
  const deployment = serviceDeployments.at(-1);
  const path = `${clusterNameIn(call)}/${service.serviceName}`;
  return {
    ...own,
    serviceArn: serviceArn(call, service.serviceName),
    clusterArn: ecsArn(call, `cluster/${clusterNameIn(call)}`),
    deployments: own.deployments.map((each) => ({
      ...each,
      launchType: own.launchType,
      platformVersion: own.platformVersion,
      networkConfiguration: own.networkConfiguration,
    })),
    currentServiceRevisions:
      current === undefined
        ? []
        : [{ arn: ecsArn(call, `service-revision/${path}/${current.id}`), runningTaskCount: own.runningCount }],
    ...(deployment === undefined
      ? {}
      : { currentServiceDeployment: ecsArn(call, `service-deployment/${path}/${deployment.id}`) }),
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
  };
}
