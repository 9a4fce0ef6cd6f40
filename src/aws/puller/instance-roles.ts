import { GetInstanceProfileCommand } from '@aws-sdk/client-iam';
import type { Arn, Place } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { lastPart } from '../../domain/arn.ts';
import { NO_SUCH_ENTITY } from '../errors.ts';
import type { Reader } from '../reader.ts';
import type { RunningInstance } from './instances.ts';

interface Roles {
  readonly roles: readonly Arn[];
  readonly evidence: readonly Evidence[];
}

/** The roles that these instances have through their profiles, each once; one without a profile has none. */
export function rolesOfInstances(reader: Reader, place: Place, instances: readonly RunningInstance[]): Promise<Roles> {
  return rolesOfProfiles(
    reader,
    place,
    instances.flatMap(({ profile }) => profile ?? []),
  );
}

/** The roles in these instance profiles, named or by ARN. */
export async function rolesOfProfiles(reader: Reader, place: Place, profiles: readonly string[]): Promise<Roles> {
  const read = await Promise.all([...new Set(profiles)].map((profile) => roleOfProfile(reader, place, profile)));
  return {
    roles: [...new Set(read.flatMap(({ role }) => role ?? []))],
    evidence: read.map(({ evidence }) => evidence),
  };
}

async function roleOfProfile(reader: Reader, place: Place, profile: string) {
  const name = lastPart(profile);
  const { output, says } = await reader.ask(
    place,
    'iam:GetInstanceProfile',
    ({ iam }) => iam.send(new GetInstanceProfileCommand({ InstanceProfileName: name })),
    NO_SUCH_ENTITY,
  );
  // A profile holds one role at most. (IAM user guide, "Using instance profiles".)
  const role = output?.InstanceProfile?.Roles?.[0]?.Arn ?? null;
  return { role, evidence: says(name, role === null ? 'no role in it' : `role ${lastPart(role)}`) };
}
