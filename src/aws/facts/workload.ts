import type { Arn, Place } from '../../domain/aws.ts';
import { isEcrImage } from '../../domain/image-reference.ts';
import type { Incident, WorkloadRef } from '../../domain/incident.ts';
import { findByFailure } from '../ecs/find-by-failure.ts';
import { findByImage, type ImageUser } from '../ecs/find-by-image.ts';
import { describeServices } from '../ecs/find-service.ts';
import { findTask, type TaskRef } from '../ecs/find-task.ts';
import { type FoundWorkload, readDefinition, toWorkload } from '../ecs/found-workload.ts';
import { AwsTrouble } from '../errors.ts';
import { unnamedPuller } from '../puller.ts';
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
    const { incident } = reader;
    const { workload: ref, image, registry, symptom } = incident;
    if (ref?.kind === 'ecs-service' || ref?.kind === 'ecs-task') return readNamed(reader, ref);
    if (!canBeSearched(incident)) throw unnamedPuller(incident);
    if (isEcrImage(image)) return readUnnamed(reader, (place) => findByImage(reader, place, image));
    if (image === null && symptom !== null) {
      return readUnnamed(reader, (place) => findByFailure(reader, place, { registry, quote: symptom.quote }));
    }
    throw unnamedPuller(incident);
  },
});

/** Only ECS can be asked who uses an image, and only where nobody says that it was somebody else. A role is no workload. */
function canBeSearched({ workload: ref, platform }: Incident): boolean {
  return (ref === null || ref.kind === 'role') && (platform === 'ecs' || platform === 'unknown');
}

/** A name that exactly one place knows is enough: what the places that could not be asked know is not needed then. */
async function readNamed(reader: Reader, ref: EcsRef): Promise<FactReading<'workload'>> {
  const answers = await Promise.allSettled(placesNamed(reader, ref).map((place) => find(reader, place, ref)));
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
  const [only, ...others] = found;
  if (only === undefined) throw firstFailure(answers) ?? new AwsTrouble('workload-not-found', {});
  if (others.length > 0) throw new AwsTrouble('several-pullers', {});
  const { definition, evidence } = await readDefinition(reader, only.place, only.taskDefinition);
  return { value: toWorkload(only, definition), evidence: [only.evidence, evidence] };
}

function placesNamed(reader: Reader, { place: { account, region } }: EcsRef): readonly Place[] {
  if (account !== undefined && region !== undefined) return [{ account, region }];
  return placesOf(reader).filter((place) => isOrAny(place.account, account) && isOrAny(place.region, region));
}

async function find(reader: Reader, place: Place, ref: EcsRef): Promise<FoundWorkload | null> {
  if (ref.kind === 'ecs-task') return findTask(reader, place, ref);
  return (await describeServices(reader, place, ref.cluster, [ref.service]))[0] ?? null;
}

/**
 * Nobody said who pulls: what is found in all configured places does, if all that is found pulls alike. A place that
 * could not be asked may have another one.
 */
async function readUnnamed(
  reader: Reader,
  findIn: (place: Place) => Promise<readonly ImageUser[]>,
): Promise<FactReading<'workload'>> {
  const answers = await Promise.allSettled(placesOf(reader).map(findIn));
  const failure = firstFailure(answers);
  if (failure !== null) throw failure;
  const users = answers
    .flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    .filter((user) => canBeMeant(user, reader.incident));
  const [user] = users;
  if (user === undefined) throw unnamedPuller(reader.incident);
  if (new Set(users.map((each) => wayOfPulling(each, reader.incident))).size > 1) {
    throw new AwsTrouble('several-pullers', {});
  }
  return { value: user.workload, evidence: user.evidence };
}

/** Where a role is named, only what runs with it. A session does not tell the path of its role, so names are compared. */
function canBeMeant({ workload: { executionRole } }: ImageUser, { workload: ref }: Incident): boolean {
  if (ref?.kind !== 'role') return true;
  return executionRole !== null && roleName(executionRole) === roleName(ref.role);
}

/** The account and the name: a role's name is unique in its account, whatever its path. */
function roleName(role: Arn): string {
  return `${role.split(':')[4]} ${role.split('/').at(-1)}`;
}

/** What two services must have in common to fail alike. Which tag they pull counts only when the message lost it. */
function wayOfPulling({ workload: found }: ImageUser, { image }: Incident): string {
  const { account, region, launchType, executionRole, network, platformVersion, os, failedImage, images } = found;
  const isTagLost = image !== null && image.tag === undefined && image.digest === undefined;
  const pulls = isTagLost ? images : failedImage;
  return JSON.stringify([account, region, launchType, executionRole, network, platformVersion, os, pulls]);
}

/** Why a place could not be asked; that it has forgotten a task says less than that another did not let us in. */
function firstFailure(answers: readonly PromiseSettledResult<unknown>[]): unknown {
  const failures = answers.flatMap((answer): unknown[] => (answer.status === 'rejected' ? [answer.reason] : []));
  return failures.find((failure) => !isForgotten(failure)) ?? failures[0] ?? null;
}

function isForgotten(failure: unknown): boolean {
  return failure instanceof AwsTrouble && failure.reason === 'workload-gone';
}

function placesOf({ identities }: Reader): readonly Place[] {
  return identities.accounts.flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })));
}

function isOrAny(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === value;
}
