import type { PrincipalAccess } from '../../../domain/access.ts';
import { judgePullAccess, judgeTokenAccess } from './access.ts';
import { defineDerived, known } from '../define-derived.ts';
import { policyIn, settleAccess } from './settle-access.ts';

export const taskRoleAccess = defineDerived({
  name: 'taskRoleAccess',
  from: ['taskRole', 'repositoryPolicy', 'registryPolicy'],
  async derive(learn, incident) {
    const role = await learn('taskRole');
    if (!role.known) return role;
    if (role.value === null) return known(null, []);
    const [repository, registry] = await Promise.all([learn('repositoryPolicy'), learn('registryPolicy')]);
    const token = judgeTokenAccess(role.value, incident);
    const pull = judgePullAccess(role.value, policyIn(repository), policyIn(registry), incident);
    const access: PrincipalAccess = { ...token, actions: [...token.actions, ...pull.actions] };
    return settleAccess(access, [role, repository, registry]);
  },
});
