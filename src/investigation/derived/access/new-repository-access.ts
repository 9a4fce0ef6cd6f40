import { judgePullAccess } from './access.ts';
import { accessOfEach, learnAskers } from './askers.ts';
import { defineDerived, known } from '../define-derived.ts';
import { policyIn, settleAccess } from './settle-access.ts';

/** A repository that a cache makes has the policy of its creation template, or none. (ECR user guide, "Repository creation templates".) */
export const newRepositoryAccess = defineDerived({
  name: 'newRepositoryAccess',
  from: ['importingRule', 'repository', 'pullerRoles', 'puller', 'creationTemplate', 'registryPolicy'],
  async derive(learn, incident) {
    const [rule, repository] = await Promise.all([learn('importingRule'), learn('repository')]);
    if (!rule.known) return rule;
    if (rule.value === null) return known(null, []);
    if (!repository.known) return repository;
    if (repository.value !== null) return known(null, []);
    const [askers, template, registry] = await Promise.all([
      learnAskers(learn),
      learn('creationTemplate'),
      learn('registryPolicy'),
    ]);
    if (!askers.known) return askers;
    const policy = template.known ? (template.value?.repositoryPolicy ?? null) : 'unknown';
    const access = accessOfEach(askers.value, (asker) => judgePullAccess(asker, policy, policyIn(registry), incident));
    return settleAccess(access, [askers, template, registry]);
  },
});
