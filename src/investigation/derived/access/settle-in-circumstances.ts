import type { AccessFact } from '../../../domain/access.ts';
import type { EcrIncident } from '../../../domain/check.ts';
import type { Learned, Unknown } from '../../../domain/facts.ts';
import { type Circumstances, NOTHING_KNOWN } from './circumstances.ts';
import { seenOf, within } from './controls.ts';
import { learnCircumstances, organizationBehind } from './learn-circumstances.ts';
import { hangsOnTags } from './learn-tags.ts';
import { type Evident, type Settled, settleAccess } from './settle-access.ts';

/** The facts about a request for a repository, beside who asks and which policies grant it. */
export const AROUND_REQUEST = [
  'puller',
  'pullerRoles',
  'network',
  'workload',
  'organization',
  'repositoryTags',
  'controlPolicies',
] as const;

type Learn = <Name extends (typeof AROUND_REQUEST)[number]>(name: Name) => Promise<Learned<Name>>;

/**
 * An access to the repository, inside of the policies of organizations. What it hangs on is learned where it can be;
 * nothing else is asked.
 * @param granting what was learned of those who ask, and of the policies that grant
 */
export async function settleInCircumstances(
  judge: (circumstances: Circumstances) => AccessFact,
  granting: readonly (Evident | Unknown)[],
  learn: Learn,
  incident: EcrIncident,
): Promise<Settled> {
  const controls = await learn('controlPolicies');
  const access = judge(within(controls, NOTHING_KNOWN));
  const circumstances = await learnCircumstances(access, 'manifest', learn, incident);
  const tags = hangsOnTags(access) ? [await learn('repositoryTags')] : [];
  return settleAccess(circumstances === null ? access : judge(within(controls, circumstances)), [
    ...granting,
    ...tags,
    ...(await organizationBehind(access, learn)),
    ...seenOf(controls),
  ]);
}
