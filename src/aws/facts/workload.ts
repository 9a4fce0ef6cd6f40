import type { Place } from '../../domain/aws.ts';
import { isEcrImage } from '../../domain/image-reference.ts';
import type { WorkloadRef } from '../../domain/incident.ts';
import { findByFailure } from '../ecs/find-by-failure.ts';
import { findByImage, type ImageUser } from '../ecs/find-by-image.ts';
import { describeServices } from '../ecs/find-service.ts';
import { findTask, type TaskRef } from '../ecs/find-task.ts';
import { type FoundWorkload, readDefinition, toWorkload } from '../ecs/found-workload.ts';
import { AwsTrouble } from '../errors.ts';
import { defineFact, type FactReading, type Reader } from '../reader.ts';

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
    const { workload: ref, image, registry, platform, symptom } = reader.incident;
    if (ref?.kind === 'ecs-service' || ref?.kind === 'ecs-task') return readNamed(reader, ref);
    const isMaybeEcs = ref === null && (platform === 'ecs' || platform === 'unknown');
    if (isMaybeEcs && isEcrImage(image)) return readOnly(reader, (place) => findByImage(reader, place, image));
    if (isMaybeEcs && image === null && symptom !== null) {
      return readOnly(reader, (place) => findByFailure(reader, place, { registry, quote: symptom.quote }));
    }
    throw new AwsTrouble('puller-not-named', {});
  },
});

async function readNamed(reader: Reader, ref: EcsRef): Promise<FactReading<'workload'>> {
  const places = placesOf(reader).filter(
    ({ account, region }) => isOrAny(account, ref.place.account) && isOrAny(region, ref.place.region),
  );
  const { account, region } = ref.place;
  const named = account !== undefined && region !== undefined ? [{ account, region }] : places;
  const [found] = await firstAnswers(named.map(async (place) => one(await find(reader, place, ref))));
  if (found === undefined) return { value: null, evidence: [] };
  const { definition, evidence } = await readDefinition(reader, found.place, found.taskDefinition);
  return { value: toWorkload(found, definition), evidence: [found.evidence, evidence] };
}

async function find(reader: Reader, place: Place, ref: EcsRef): Promise<FoundWorkload | null> {
  if (ref.kind === 'ecs-task') return findTask(reader, place, ref);
  return (await describeServices(reader, place, ref.cluster, [ref.service]))[0] ?? null;
}

/** Nobody said who pulls: what is found in all configured places does, if it is the only one. */
async function readOnly(
  reader: Reader,
  findIn: (place: Place) => Promise<readonly ImageUser[]>,
): Promise<FactReading<'workload'>> {
  const users = await firstAnswers(placesOf(reader).map(findIn));
  const [user] = users;
  if (user === undefined) throw new AwsTrouble('puller-not-named', {});
  if (!users.every((other) => pullsAlike(user, other))) throw new AwsTrouble('several-pullers', {});
  return { value: user.workload, evidence: user.evidence };
}

/** Services that pull with the same role out of the same network fail alike. */
function pullsAlike({ workload: a }: ImageUser, { workload: b }: ImageUser): boolean {
  return a.executionRole === b.executionRole && JSON.stringify(a.network) === JSON.stringify(b.network);
}

/**
 * What the places that could be asked know. One that could not is passed over when another has the answer; when none
 * has, not having been let in somewhere is the answer.
 */
async function firstAnswers<Found>(asking: readonly Promise<readonly Found[]>[]): Promise<readonly Found[]> {
  const answers = await Promise.allSettled(asking);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (found.length === 0 && failed !== undefined) throw failed.reason;
  return found;
}

function placesOf({ identities }: Reader): readonly Place[] {
  return identities.accounts.flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })));
}

function isOrAny(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === value;
}

function one<Found>(found: Found | null): readonly Found[] {
  return found === null ? [] : [found];
}
