import type { CapacityProvider, ContainerInstance } from '../../estate.ts';
import { pageOf } from '../../page.ts';
import { textsOf } from '../../wire/input.ts';
import type { Output } from '../../wire/protocol.ts';
import { type Call, type Operation } from '../operation.ts';
import { clusterNameIn, ecsArn, ecsOf, findCluster, invalidParameter, missing, shortOf } from './cluster.ts';
import { ECS_PAGE } from './paging.ts';

export const listContainerInstances: Operation = {
  wishes: (call, action) => [
    { action, resource: ecsArn(call, `cluster/${clusterNameIn(call)}`), owner: call.caller.account },
  ],
  answer(call) {
    const { containerInstances = [] } = findCluster(call);
    const { page, nextToken } = pageOf(
      containerInstances.map(({ id }) => instanceArn(call, id)),
      call.input,
      ECS_PAGE,
    );
    return { containerInstanceArns: page, nextToken };
  },
};

export const describeContainerInstances: Operation = {
  wishes: (call, action) =>
    textsOf(call.input, 'containerInstances').map((name) => ({
      action,
      resource: instanceArn(call, shortOf(name)),
      owner: call.caller.account,
    })),
  answer(call) {
    const wanted = textsOf(call.input, 'containerInstances');
    if (wanted.length === 0) throw invalidParameter('Container instances cannot be empty.');
    const { containerInstances = [] } = findCluster(call);
    const found = wanted.map((name) => containerInstances.find(({ id }) => id === shortOf(name)));
    return {
      containerInstances: found.flatMap((instance) => (instance === undefined ? [] : describe(call, instance))),
      failures: wanted
        .filter((_, index) => found[index] === undefined)
        .map((name) => missing(instanceArn(call, shortOf(name)))),
    };
  },
};

export const describeCapacityProviders: Operation = {
  wishes: (call, action) =>
    textsOf(call.input, 'capacityProviders').map((name) => ({
      action,
      resource: ecsArn(call, `capacity-provider/${shortOf(name)}`),
      owner: call.caller.account,
    })),
  answer(call) {
    const wanted = textsOf(call.input, 'capacityProviders').map(shortOf);
    const { capacityProviders = [] } = ecsOf(call);
    return {
      capacityProviders: capacityProviders.filter(({ name }) => wanted.includes(name)).map(describeProvider),
      failures: wanted
        .filter((name) => !capacityProviders.some((each) => each.name === name))
        .map((name) => missing(ecsArn(call, `capacity-provider/${name}`))),
    };
  },
};

const instanceArn = (call: Call, id: string): string => ecsArn(call, `container-instance/${clusterNameIn(call)}/${id}`);

function describe(call: Call, { id, ...own }: ContainerInstance): Output {
  return { ...own, containerInstanceArn: instanceArn(call, id), agentConnected: own.status === 'ACTIVE' };
}

function describeProvider({ name, kind, networkConfiguration }: CapacityProvider): Output {
  const status = 'ACTIVE';
  if (kind === 'managed-instances') {
    return { name, status, managedInstancesProvider: { instanceLaunchTemplate: { networkConfiguration } } };
  }
  return { name, status, autoScalingGroupProvider: { autoScalingGroupArn: name } };
}
