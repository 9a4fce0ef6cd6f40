import type { EcrIncident } from '../domain/check.ts';
import type { FactSource } from '../domain/facts.ts';
import type { PullerRole } from '../domain/facts/puller.ts';
import type { Puller, RoleSource } from '../domain/puller.ts';
import type { StoryStep } from '../domain/story.ts';
import { listOf, plural } from '../lib/plural.ts';
import { describeGap } from './describe-gap.ts';
import type { OnBug } from './run-check.ts';

const STEP = { id: 'puller', title: 'Who pulls' } as const;

export const ASKING_WHO_PULLS: StoryStep = { ...STEP, status: 'asking', lines: [] };

const SOURCES: Readonly<Record<RoleSource, string>> = {
  'execution-role': 'execution role',
  'instance-role': 'instance role',
  'node-role': 'node role',
  'pod-execution-role': 'pod execution role',
  'build-role': 'service role',
  'access-role': 'access role',
  'named-by-message': 'role',
  'named-by-person': 'role',
};

/** Whose role and whose network are judged: a reader must see whom we took for the puller. */
export async function pullerStep(incident: EcrIncident, source: FactSource, onBug: OnBug): Promise<StoryStep> {
  try {
    const [puller, roles, searched] = await Promise.all([
      source.learn('puller', incident),
      source.learn('pullerRoles', incident),
      searchLines(incident, source),
    ]);
    const named = roles.known ? roles.value.flatMap(namedRole) : [];
    if (puller.known) {
      const lines = [...searched, whoIs(puller.value), ...named];
      return { ...STEP, title: 'Found who pulls', status: 'pass', lines };
    }
    const isNamed = named.length > 0;
    const lines = [...searched, ...(isNamed ? named : [describeGap(puller.gap)])];
    return { ...STEP, status: isNamed ? 'pass' : 'unknown', lines };
  } catch (error) {
    onBug('who-pulls', error);
    return { ...STEP, status: 'unknown', lines: [] };
  }
}

/** How far we looked, where nobody said who pulls. */
async function searchLines(incident: EcrIncident, source: FactSource): Promise<readonly string[]> {
  if (incident.workload !== null && incident.workload.kind !== 'role') return [];
  const workload = await source.learn('workload', incident);
  const isSearched = workload.known ? workload.value.searched !== null : workload.gap.reason === 'no-puller-found';
  // The search has read the clusters, so this asks nothing more.
  const clusters = isSearched ? await source.learn('ecsClusters', incident) : null;
  if (clusters?.known !== true) return [];
  const found = clusters.value.clusters;
  const accounts = new Set(found.map(({ account }) => account)).size;
  return [`looked at ${plural(found.length, 'cluster')} in ${plural(accounts, 'account')}`];
}

function namedRole({ arn, source }: PullerRole): readonly string[] {
  const isNamed = source === 'named-by-message' || source === 'named-by-person';
  return isNamed ? [`role ${arn}, as the ${source === 'named-by-message' ? 'message' : 'question'} says`] : [];
}

function whoIs({ name, account, region, roles, service }: Puller): string {
  return `${name}, account ${account} ${region}, ${service === null ? rolesOf(roles) : `which ${service.principal} pulls for`}`;
}

function rolesOf(roles: Puller['roles']): string {
  if (roles.length === 0) return 'no role to pull with';
  const names = roles.map(({ arn, source }) => `${SOURCES[source]} ${arn.split('/').at(-1)}`);
  return roles.length === 1 ? listOf(names) : `one of ${listOf(names)}`;
}
