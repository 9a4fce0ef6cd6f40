import type { AccessFact } from '../../../domain/access.ts';
import { judgeTokenAccess } from './access.ts';
import { accessOfEach, isService, learnAskers } from './askers.ts';
import { type Circumstances, NOTHING_KNOWN } from './circumstances.ts';
import { aboutToken, seenOf, within } from './controls.ts';
import { defineDerived, known } from '../define-derived.ts';
import { learnCircumstances, organizationBehind } from './learn-circumstances.ts';
import { settleAccess } from './settle-access.ts';

export const tokenAccess = defineDerived({
  name: 'tokenAccess',
  from: ['pullerRoles', 'puller', 'network', 'workload', 'organization', 'repositoryTags', 'controlPolicies'],
  async derive(learn, incident) {
    const askers = await learnAskers(learn);
    if (!askers.known) return askers;
    if (isService(askers.value[0])) return known(null, askers.evidence);
    const controls = aboutToken(await learn('controlPolicies'));
    const judge = (circumstances: Circumstances): AccessFact =>
      accessOfEach(askers.value, (asker) => judgeTokenAccess(asker, incident, within(controls, circumstances)));
    const access = judge(NOTHING_KNOWN);
    const circumstances = await learnCircumstances(access, 'token', learn, incident);
    return settleAccess(circumstances === null ? access : judge(circumstances), [
      askers,
      ...(await organizationBehind(access, learn)),
      ...seenOf(controls),
    ]);
  },
});
