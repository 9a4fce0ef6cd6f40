import type { Place } from '../../../domain/aws.ts';
import { isEcrImage } from '../../../domain/image-reference.ts';
import type { Incident, WorkloadRef } from '../../../domain/incident.ts';
import { describeServices } from '../../ecs/find-service.ts';
import { findTask, type TaskRef } from '../../ecs/find-task.ts';
import { type FoundWorkload, readDefinition, toWorkload } from '../../ecs/found-workload.ts';
import { searchByFailure, searchByImage } from '../../ecs/search.ts';
import { onlyOneOf, placesNamed } from '../../places.ts';
import { unnamedPuller } from '../../puller/unnamed-puller.ts';
import { defineFact, type FactReading, type Reader } from '../../reader.ts';

type EcsRef = Extract<WorkloadRef, { kind: 'ecs-service' }> | TaskRef;

export const workload = defineFact({
  name: 'workload',
  actions: [
    'ecs:DescribeServices',
    'ecs:DescribeTasks',
    'ecs:DescribeTaskDefinition',
    'ecs:ListClusters',
    'ecs:ListServices',
    'ecs:ListTasks',
  ],
  async read(reader) {
    const { incident } = reader;
    const { workload: ref, image, registry, symptom } = incident;
    if (ref?.kind === 'ecs-service' || ref?.kind === 'ecs-task') return readNamed(reader, ref);
    if (!canBeSearched(incident)) throw unnamedPuller(incident);
    if (isEcrImage(image)) return searchByImage(reader, image);
    if (image === null && symptom !== null) return searchByFailure(reader, { registry, quote: symptom.quote });
    throw unnamedPuller(incident);
  },
});

/** Only ECS can be asked who uses an image, and only where nobody says that it was somebody else. A role is no workload. */
function canBeSearched({ workload: ref, platform }: Incident): boolean {
  return (ref === null || ref.kind === 'role') && (platform === 'ecs' || platform === 'unknown');
}

async function readNamed(reader: Reader, ref: EcsRef): Promise<FactReading<'workload'>> {
  const only = await onlyOneOf(placesNamed(reader, ref.place).map((place) => find(reader, place, ref)));
  const { definition, evidence } = await readDefinition(reader, only.place, only.taskDefinition);
  return { value: toWorkload(only, definition), evidence: [only.evidence, evidence] };
}

async function find(reader: Reader, place: Place, ref: EcsRef): Promise<FoundWorkload | null> {
  if (ref.kind === 'ecs-task') return findTask(reader, place, ref);
  return (await describeServices(reader, place, ref.cluster, [ref.service]))[0] ?? null;
}
