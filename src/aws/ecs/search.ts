import type { Arn, Place } from '../../domain/aws.ts';
import type { EcrImage } from '../../domain/image-reference.ts';
import type { Incident } from '../../domain/incident.ts';
import type { EcsSearch } from '../../domain/facts/puller.ts';
import { accountOf, lastPart } from '../../domain/arn.ts';
import { AwsTrouble } from '../errors.ts';
import { configuredPlaces, firstFailure } from '../places.ts';
import type { FactReading, Reader } from '../reader.ts';
import { type Failure, findByFailure } from './find-by-failure.ts';
import { type Definitions, findByImage, type ImageUser, pullsFrom } from './find-by-image.ts';

/**
 * Nobody said who pulls: the services that use the image do, in whatever configured place. Those of them come first whose
 * tasks have just failed to pull it: they say which service is meant, and when it failed.
 */
export async function searchByImage(reader: Reader, image: EcrImage): Promise<FactReading<'workload'>> {
  const definitions: Definitions = new Map();
  const users = await searchIn(reader, (place) => findByImage(reader, place, image, definitions));
  const isUnclear = waysOfPulling(users, reader.incident) > 1;
  // A question without an error is about no task that failed.
  if (!isUnclear && reader.incident.symptom === null) return oneOf(reader, users);
  const failure: Failure = { registry: image.registry, quote: '' };
  const find = (place: Place) => findByFailure(reader, place, failure, definitions);
  const stopped = await searchIn(reader, find).catch((error: unknown) => {
    // What stopped is needed only to choose.
    if (isUnclear || !(error instanceof AwsTrouble)) throw error;
    return [];
  });
  const failed = stopped.filter(({ workload }) => pullsFrom(workload, image)).map((task) => ofService(task, users));
  const exact = failed.filter(({ workload }) => workload.images.includes(image.text));
  return oneOf(reader, [exact, failed].find(({ length }) => length > 0) ?? users);
}

/** A task that stopped has lost its interface: its service says where the next one starts. */
function ofService({ workload, evidence }: ImageUser, users: readonly ImageUser[]): ImageUser {
  const { account, region, cluster, service } = workload;
  const own = users.find(
    ({ workload: user }) =>
      user.account === account && user.region === region && user.cluster === cluster && user.service === service,
  );
  if (own === undefined || service === null) return { workload, evidence };
  const { network, revision } = own.workload;
  return { workload: { ...workload, network: workload.network ?? network, revision }, evidence };
}

/** Nobody said what is pulled either: the tasks that have stopped with this failure tell both. */
export async function searchByFailure(reader: Reader, failure: Failure): Promise<FactReading<'workload'>> {
  return oneOf(reader, await searchIn(reader, (place) => findByFailure(reader, place, failure)));
}

/** What is found in all configured places. One that could not be asked may have another, and so is a gap. */
async function searchIn(
  reader: Reader,
  findIn: (place: Place) => Promise<readonly ImageUser[]>,
): Promise<readonly ImageUser[]> {
  const answers = await Promise.allSettled(configuredPlaces(reader).map(findIn));
  const failure = firstFailure(answers);
  if (failure !== null) throw failure;
  return answers
    .flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    .filter((user) => canBeMeant(user, reader.incident));
}

/** One for all, where all pull alike. */
async function oneOf(reader: Reader, users: readonly ImageUser[]): Promise<FactReading<'workload'>> {
  const ways = waysOfPulling(users, reader.incident);
  const [user] = users;
  if (user === undefined) throw new AwsTrouble('no-puller-found', {});
  if (ways > 1) throw new AwsTrouble('several-pullers', {});
  const searched = await whatWasSearched(reader);
  return { value: { ...user.workload, searched, candidates: users.length }, evidence: user.evidence };
}

async function whatWasSearched(reader: Reader): Promise<EcsSearch> {
  const { clusters } = await reader.need('ecsClusters');
  return { clusters: clusters.length, accounts: new Set(clusters.map(({ account }) => account)).size };
}

/**
 * Where a role is named, only what runs with it. A session does not tell the path of its role, so names are compared. On
 * an instance it may be the role of the instance, which only the instance tells.
 */
function canBeMeant({ workload: { executionRole, launchType } }: ImageUser, { workload: ref }: Incident): boolean {
  if (ref?.kind !== 'role' || launchType === 'EC2' || launchType === 'unknown') return true;
  return executionRole !== null && roleName(executionRole) === roleName(ref.role);
}

/** The account and the name: a role's name is unique in its account, whatever its path. */
function roleName(role: Arn): string {
  return `${accountOf(role)} ${lastPart(role)}`;
}

/** In how many ways these pull: services that have all of this in common fail alike. */
function waysOfPulling(users: readonly ImageUser[], { image }: Incident): number {
  // Which tag they pull counts only when the message lost it.
  const isTagLost = image !== null && image.tag === undefined && image.digest === undefined;
  const ways = users.map(({ workload: found }) => {
    const { account, region, launchType, executionRole, network, platformVersion, os, architecture, diskGiB } = found;
    const pulls = isTagLost ? found.images : found.failedImage;
    const isOnInstance = launchType === 'EC2' || launchType === 'unknown';
    const instances = isOnInstance ? [found.cluster, found.capacityProvider] : null;
    const machine = [launchType, platformVersion, os, architecture, diskGiB, instances];
    return JSON.stringify([account, region, machine, executionRole, network, pulls]);
  });
  return new Set(ways).size;
}
