import type { Estate, Image, Registry } from '../../aws/estate.ts';
import { findAccount } from './find.ts';
import { ABROAD, HOME, REGISTRY } from './names.ts';
import { image, repository } from './registry.ts';
import { ago } from './time.ts';

type Sent = NonNullable<Image['replications']>[number];

/** Pushes an image to the other Region of the registry account. */
export function pushAbroad(estate: Estate, repositoryName: string, tag: string, age: { hours: number }): Image {
  const found = registryAbroad(estate).repositories.find(({ name }) => name === repositoryName);
  if (found === undefined) throw new Error(`The healthy estate has no ${repositoryName} in ${ABROAD}.`);
  const pushed = image(repositoryName, [tag], ago(estate.now, age));
  found.images.push(pushed);
  return pushed;
}

/** A repository with one image in the other Region, that the workload account may pull from. */
export function repositoryAbroad(estate: Estate, name: string, tag: string): void {
  const born = ago(estate.now, { days: 30 });
  registryAbroad(estate).repositories.push(repository(name, born, [image(name, [tag], born)]));
}

/** Makes the other Region replicate what begins so to the home Region. */
export function replicateHome(estate: Estate, ...prefixes: string[]): void {
  registryAbroad(estate).replicationRules.push({ destinations: [{ account: REGISTRY, region: HOME }], prefixes });
}

/** How far replication to the home Region has come with an image. */
export function sentHome(sent: Image, state: Pick<Sent, 'status' | 'failureCode'>): void {
  sent.replications = [{ account: REGISTRY, region: HOME, ...state }];
}

function registryAbroad(estate: Estate): Registry {
  const registry = findAccount(estate, REGISTRY).registries[ABROAD];
  if (registry === undefined) throw new Error(`The healthy estate has no registry in ${ABROAD}.`);
  return registry;
}
