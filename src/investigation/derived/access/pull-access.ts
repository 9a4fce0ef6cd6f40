import type { AccessFact } from '../../../domain/access.ts';
import { judgePullAccess } from './access.ts';
import { accessOfEach, learnAskers } from './askers.ts';
import { type Circumstances, NOTHING_KNOWN } from './circumstances.ts';
import { seenOf, within } from './controls.ts';
import { defineDerived } from '../define-derived.ts';
import { learnCircumstances, organizationBehind } from './learn-circumstances.ts';
import { hangsOnTags } from './learn-tags.ts';
import { policyIn, settleAccess } from './settle-access.ts';

export const pullAccess = defineDerived({
  name: 'pullAccess',
  from: [
    'pullerRoles',
    'puller',
    'repositoryPolicy',
    'registryPolicy',
    'network',
    'workload',
    'organization',
    'repositoryTags',
    'controlPolicies',
  ],
  async derive(learn, incident) {
    const [askers, repository, registry, controls] = await Promise.all([
      learnAskers(learn),
      learn('repositoryPolicy'),
      learn('registryPolicy'),
      learn('controlPolicies'),
    ]);
    if (!askers.known) return askers;
    const judge = (circumstances: Circumstances): AccessFact =>
      accessOfEach(askers.value, (asker) =>
        judgePullAccess(asker, policyIn(repository), policyIn(registry), incident, within(controls, circumstances)),
      );
    const access = judge(NOTHING_KNOWN);
    const circumstances = await learnCircumstances(access, 'manifest', learn, incident);
    const tags = hangsOnTags(access) ? [await learn('repositoryTags')] : [];
    return settleAccess(circumstances === null ? access : judge(circumstances), [
      askers,
      repository,
      registry,
      ...tags,
      ...(await organizationBehind(access, learn)),
      ...seenOf(controls),
    ]);
  },
});
