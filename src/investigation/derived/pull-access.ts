import { judgePullAccess } from './access.ts';
import { defineDerived, known } from './define-derived.ts';

export const pullAccess = defineDerived({
  name: 'pullAccess',
  from: ['pullerRole', 'repositoryPolicy', 'registryPolicy'],
  async derive(learn, incident) {
    const [role, repository, registry] = await Promise.all([
      learn('pullerRole'),
      learn('repositoryPolicy'),
      learn('registryPolicy'),
    ]);
    if (!role.known) return role;
    const access = judgePullAccess(
      role.value,
      repository.known ? repository.value : 'unknown',
      registry.known ? registry.value : 'unknown',
      incident,
    );
    // What the role lacks no other policy mends across accounts: a gap counts only when it leaves the answer open.
    const gap = [repository, registry].find((policy) => !policy.known);
    if (gap !== undefined && access.actions.some(({ outcome }) => outcome === 'unknown')) return gap;
    return known(access, [
      ...role.evidence,
      ...[repository, registry].flatMap((policy) => (policy.known ? policy.evidence : [])),
    ]);
  },
});
