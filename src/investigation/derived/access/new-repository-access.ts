import { judgePullAccess } from './access.ts';
import { accessOfEach, learnAskers } from './askers.ts';
import { defineDerived, known } from '../define-derived.ts';
import { policyIn } from './settle-access.ts';
import { AROUND_REQUEST, settleInCircumstances } from './settle-in-circumstances.ts';

/** A repository that a cache makes has the policy of its creation template, or none. (ECR user guide, "Repository creation templates".) */
export const newRepositoryAccess = defineDerived({
  name: 'newRepositoryAccess',
  from: [...AROUND_REQUEST, 'importingRule', 'repository', 'creationTemplate', 'registryPolicy'],
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
    return settleInCircumstances(
      (circumstances) =>
        accessOfEach(askers.value, (asker) =>
          judgePullAccess(asker, policy, policyIn(registry), incident, circumstances),
        ),
      [askers, template, registry],
      learn,
      incident,
    );
  },
});
