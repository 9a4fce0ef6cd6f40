import { paginateListClusters, paginateListServices } from '@aws-sdk/client-ecs';
import type { Place } from '../../domain/aws.ts';
import type { EcsWorkload, Evidence } from '../../domain/facts.ts';
import type { EcrImage } from '../../domain/image-reference.ts';
import type { Reader } from '../reader.ts';
import { describeServices, SERVICES_A_CALL } from './find-service.ts';
import { type FoundWorkload, readDefinition, toWorkload } from './found-workload.ts';

/** A search that a person waits for: beyond this, naming the service is quicker. */
const MOST_SERVICES = 200;

export interface ImageUser {
  readonly workload: EcsWorkload;
  readonly evidence: readonly Evidence[];
}

/** The services in one place whose task definition pulls from the repository of this image; those that pull this very tag, if any do. */
export async function findByImage(reader: Reader, place: Place, image: EcrImage): Promise<readonly ImageUser[]> {
  const clusters = await listClusters(reader, place);
  const services = (await Promise.all(clusters.map((cluster) => servicesOf(reader, place, cluster))))
    .flat()
    .slice(0, MOST_SERVICES);
  const users = (await withDefinitions(reader, place, services)).filter(({ workload }) => pullsFrom(workload, image));
  const exact = users.filter(({ workload }) => workload.images.includes(image.text));
  return exact.length > 0 ? exact : users;
}

export async function listClusters(reader: Reader, place: Place): Promise<readonly string[]> {
  const { output } = await reader.ask(place, 'ecs:ListClusters', async ({ ecs }) => {
    const arns: string[] = [];
    for await (const page of paginateListClusters({ client: ecs }, {})) arns.push(...(page.clusterArns ?? []));
    return arns;
  });
  return output ?? [];
}

async function servicesOf(reader: Reader, place: Place, cluster: string): Promise<readonly FoundWorkload[]> {
  const { output } = await reader.ask(
    place,
    'ecs:ListServices',
    async ({ ecs }) => {
      const arns: string[] = [];
      for await (const page of paginateListServices({ client: ecs, pageSize: 100 }, { cluster })) {
        arns.push(...(page.serviceArns ?? []));
        if (arns.length >= MOST_SERVICES) break;
      }
      return arns;
    },
    ['ClusterNotFoundException'],
  );
  const batches = inBatches(output ?? [], SERVICES_A_CALL);
  return (await Promise.all(batches.map((names) => describeServices(reader, place, cluster, names)))).flat();
}

/** Services often share a task definition: each is read once. */
export async function withDefinitions(
  reader: Reader,
  place: Place,
  found: readonly FoundWorkload[],
): Promise<readonly ImageUser[]> {
  const arns = [...new Set(found.map(({ taskDefinition }) => taskDefinition))];
  const read = new Map(
    await Promise.all(arns.map(async (arn) => [arn, await readDefinition(reader, place, arn)] as const)),
  );
  return found.map((service) => {
    const definition = read.get(service.taskDefinition);
    const evidence = definition === undefined ? [service.evidence] : [service.evidence, definition.evidence];
    return { workload: toWorkload(service, definition?.definition), evidence };
  });
}

function pullsFrom({ images }: EcsWorkload, { registry, repository }: EcrImage): boolean {
  const name = `${registry.host}/${repository}`;
  return images.some((image) => image === name || image.startsWith(`${name}:`) || image.startsWith(`${name}@`));
}

function inBatches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
