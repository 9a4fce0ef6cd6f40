import type {
  Account,
  Cluster,
  Estate,
  Image,
  NetworkEstate,
  Registry,
  Repository,
  Role,
  Service,
  TaskDefinition,
} from '../../aws/estate.ts';
import { CLUSTER, HOME, REGISTRY, WORKLOAD } from './names.ts';

/** Finders for worlds to break what they find. What the healthy estate lacks is a mistake of the world. */
export const findAccount = (estate: Estate, id: string): Account =>
  found(estate.accounts, (each) => each.id === id, id);

export const findRole = (estate: Estate, account: string, name: string): Role =>
  found(findAccount(estate, account).roles, (role) => role.name === name, name);

export const findRepository = (estate: Estate, name: string): Repository =>
  found(findRegistry(estate).repositories, (each) => each.name === name, name);

export const findService = (estate: Estate, name: string): Service =>
  found(findCluster(estate).services, (service) => service.serviceName === name, name);

export const findTaskDefinition = (estate: Estate, family: string): TaskDefinition =>
  found(findAccount(estate, WORKLOAD).ecs[HOME]?.taskDefinitions, (each) => each.family === family, family);

export const findCluster = (estate: Estate): Cluster =>
  found(findAccount(estate, WORKLOAD).ecs[HOME]?.clusters, (each) => each.clusterName === CLUSTER, CLUSTER);

function found<Entry>(entries: readonly Entry[] | undefined, is: (entry: Entry) => boolean, name: string): Entry {
  const entry = entries?.find(is);
  if (entry === undefined) throw new Error(`The healthy estate has no ${name}.`);
  return entry;
}

/** Removes a repository of the registry account, with everything in it. */
export function removeRepository(estate: Estate, name: string): void {
  const registry = findRegistry(estate);
  registry.repositories = registry.repositories.filter((each) => each.name !== name);
}

/** Removes the image that a tag names. */
export function removeImage(estate: Estate, repositoryName: string, tag: string): void {
  const repository = findRepository(estate, repositoryName);
  repository.images = repository.images.filter(({ tags }) => !tags.includes(tag));
}

export function findImage(estate: Estate, repositoryName: string, tag: string): Image {
  return found(findRepository(estate, repositoryName).images, ({ tags }) => tags.includes(tag), tag);
}

/** The registry that the whole organization pulls from. */
export function findRegistry(estate: Estate): Registry {
  const registry = findAccount(estate, REGISTRY).registries[HOME];
  if (registry === undefined) throw new Error('The healthy estate has no registry.');
  return registry;
}

/** The network that the workload's tasks run in. */
export function findNetwork(estate: Estate): NetworkEstate {
  const network = findAccount(estate, WORKLOAD).networks[HOME];
  if (network === undefined) throw new Error('The healthy estate has no network.');
  return network;
}
