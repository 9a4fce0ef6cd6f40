import { judgeTokenAccess } from './access.ts';
import { defineDerived, known } from './define-derived.ts';

export const tokenAccess = defineDerived({
  name: 'tokenAccess',
  from: ['pullerRole'],
  async derive(learn, incident) {
    const role = await learn('pullerRole');
    return role.known ? known(judgeTokenAccess(role.value, incident), role.evidence) : role;
  },
});
