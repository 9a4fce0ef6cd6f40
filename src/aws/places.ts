import type { Place } from '../domain/aws.ts';
import { AwsTrouble } from './errors.ts';
import type { Reader } from './reader.ts';

/** Every account and Region of ecr-why.yml. */
export function configuredPlaces({ identities }: Reader): readonly Place[] {
  return identities.accounts.flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })));
}

/** Where something can be that was named without saying all of its place; the one place itself, configured or not, when it was. */
export function placesNamed(reader: Reader, { account, region }: Partial<Place>): readonly Place[] {
  if (account !== undefined && region !== undefined) return [{ account, region }];
  return configuredPlaces(reader).filter((place) => isOrAny(place.account, account) && isOrAny(place.region, region));
}

/**
 * What was named, in the one place that has it: what the places that could not be asked know is not needed then.
 *
 * @throws AwsTrouble when no place has it, or several do.
 */
export async function onlyOneOf<Found>(asking: readonly Promise<Found | null>[]): Promise<Found> {
  const answers = await Promise.allSettled(asking);
  const [only, ...others] = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
  if (only === undefined) throw firstFailure(answers) ?? new AwsTrouble('workload-not-found', {});
  if (others.length > 0) throw new AwsTrouble('several-pullers', {});
  return only;
}

/** Why a place could not be asked; that it has forgotten a task says less than that another did not let us in. */
export function firstFailure(answers: readonly PromiseSettledResult<unknown>[]): unknown {
  const failures = answers.flatMap((answer): unknown[] => (answer.status === 'rejected' ? [answer.reason] : []));
  return failures.find((failure) => !isForgotten(failure)) ?? failures[0] ?? null;
}

function isForgotten(failure: unknown): boolean {
  return failure instanceof AwsTrouble && failure.reason === 'workload-gone';
}

function isOrAny(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === value;
}
