import type { Action, Place } from '../domain/aws.ts';
import { AwsTrouble } from './errors.ts';
import { configuredPlaces } from './places.ts';
import type { Reader } from './reader.ts';

/** A look around, not a search of the world: AWS has some thirty Regions, and a team uses a few. */
const MOST_PLACES = 20;

/** Asks every configured place but `here`, as many as one look around takes; a gap as `foundAmong` says. */
export async function lookAround<Found>(
  reader: Reader,
  here: Place,
  action: Action,
  lookIn: (place: Place) => Promise<Found | null>,
): Promise<readonly Found[]> {
  const others = configuredPlaces(reader).filter(
    ({ account, region }) => account !== here.account || region !== here.region,
  );
  const found = await foundAmong(others.slice(0, MOST_PLACES).map(lookIn));
  if (found.length === 0 && others.length > MOST_PLACES) throw new AwsTrouble('too-much', { action, place: here });
  return found;
}

/**
 * What some of many places have. A place that cannot be seen is no reason to say nothing of one that has it; only
 * "nowhere" takes them all, and is a gap while one is missing.
 */
export async function foundAmong<Found>(asking: readonly Promise<Found | null>[]): Promise<readonly Found[]> {
  const answers = await Promise.allSettled(asking);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
  const failure = answers.find((answer) => answer.status === 'rejected');
  if (found.length === 0 && failure !== undefined) throw failure.reason;
  return found;
}
