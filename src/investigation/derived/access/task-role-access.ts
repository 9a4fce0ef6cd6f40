import type { PrincipalAccess } from '../../../domain/access.ts';
import { judgePullAccess, judgeTokenAccess } from './access.ts';
import { NOTHING_KNOWN } from './circumstances.ts';
import { aboutToken, seenOf, within } from './controls.ts';
import { defineDerived, known } from '../define-derived.ts';
import { policyIn, settleAccess } from './settle-access.ts';

export const taskRoleAccess = defineDerived({
  name: 'taskRoleAccess',
  from: ['taskRole', 'repositoryPolicy', 'registryPolicy', 'controlPolicies'],
  async derive(learn, incident) {
    const role = await learn('taskRole');
    if (!role.known) return role;
    if (role.value === null) return known(null, []);
    const [repository, registry, controls] = await Promise.all([
      learn('repositoryPolicy'),
      learn('registryPolicy'),
      learn('controlPolicies'),
    ]);
    const around = within(controls, NOTHING_KNOWN);
    const token = judgeTokenAccess(role.value, incident, within(aboutToken(controls), NOTHING_KNOWN));
    const pull = judgePullAccess(role.value, policyIn(repository), policyIn(registry), incident, around);
    const access: PrincipalAccess = { ...token, actions: [...token.actions, ...pull.actions] };
    return settleAccess(access, [role, repository, registry, ...seenOf(controls)]);
  },
});
