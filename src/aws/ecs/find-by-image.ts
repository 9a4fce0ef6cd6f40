import { paginateListServices } from '@aws-sdk/client-ecs';
import type { Place } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { EcsWorkload } from '../../domain/facts/puller.ts';
import type { EcrImage } from '../../domain/image-reference.ts';
import { inBatches } from '../../lib/in-batches.ts';
import { AwsTrouble } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { describeServices, SERVICES_A_CALL } from './find-service.ts';
import { type FoundWorkload, type ReadDefinition, readDefinition, toWorkload } from './found-workload.ts';
import { listClusters } from './list-clusters.ts';

/** A search that a person waits for: beyond this, naming the service is quicker. */
const MOST_SERVICES = 200;

export interface ImageUser {
  readonly workload: EcsWorkload;
  readonly evidence: readonly Evidence[];
}

/** The services in one place whose task definition pulls from the repository of this image; those that pull this very tag, if any do. */
export async function findByImage(
  reader: Reader,
  place: Place,
  image: EcrImage,
  definitions?: Definitions,
): Promise<readonly ImageUser[]> {
  const clusters = await listClusters(reader, place);
  const listed = await Promise.all(
    clusters.map(async (cluster) => ({ cluster, services: await listServices(reader, place, cluster) })),
  );
  if (listed.flatMap(({ services }) => services).length > MOST_SERVICES) {
    throw new AwsTrouble('too-much', { action: 'ecs:ListServices', place });
  }
  const asked = listed.flatMap(({ cluster, services }) =>
    inBatches(services, SERVICES_A_CALL).map((batch) => describeServices(reader, place, cluster, batch)),
  );
  const services = (await Promise.all(asked)).flat();
  const users = (await withDefinitions(reader, place, services, definitions)).filter(({ workload }) =>
    pullsFrom(workload, image),
  );
  const exact = users.filter(({ workload }) => workload.images.includes(image.text));
  return exact.length > 0 ? exact : users;
}

async function listServices(reader: Reader, place: Place, cluster: string): Promise<readonly string[]> {
  const { output } = await reader.ask(
    place,
    'ecs:ListServices',
    async ({ ecs }) => {
      const arns: string[] = [];
      for await (const page of paginateListServices({ client: ecs, pageSize: 100 }, { cluster })) {
        arns.push(...(page.serviceArns ?? []));
        if (arns.length > MOST_SERVICES) break;
      }
      return arns;
    },
    ['ClusterNotFoundException'],
  );
  return output ?? [];
}

/** Task definitions that are read, or being read, by their ARNs. */
export type Definitions = Map<string, Promise<ReadDefinition>>;

/** Services often share a task definition: each is read once. */
export async function withDefinitions(
  reader: Reader,
  place: Place,
  found: readonly FoundWorkload[],
  reading: Definitions = new Map(),
): Promise<readonly ImageUser[]> {
  const read = (taskDefinition: string): Promise<ReadDefinition> => {
    const known = reading.get(taskDefinition) ?? readDefinition(reader, place, taskDefinition);
    reading.set(taskDefinition, known);
    return known;
  };
  return Promise.all(
    found.map(async (service) => {
      const { definition, evidence } = await read(service.taskDefinition);
      return { workload: toWorkload(service, definition), evidence: [service.evidence, evidence] };
    }),
  );
}

/** Whether a container of the workload pulls from the repository of this image. */
export function pullsFrom({ images }: EcsWorkload, image: EcrImage): boolean {
  return images.some((text) => isOfRepository(text, image));
}

/** Whether an image, as a task definition writes it, is of the repository of this one. */
export function isOfRepository(text: string, { registry, repository }: EcrImage): boolean {
  const name = `${registry.host}/${repository}`;
  return text === name || text.startsWith(`${name}:`) || text.startsWith(`${name}@`);
}
