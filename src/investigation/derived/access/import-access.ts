import type { Action } from '../../../domain/aws.ts';
import { judgeRepositoryAccess } from './access.ts';
import { accessOfEach, learnAskers } from './askers.ts';
import { defineDerived, known } from '../define-derived.ts';
import { policyIn } from './settle-access.ts';
import { AROUND_REQUEST, settleInCircumstances } from './settle-in-circumstances.ts';

/** What a first pull takes besides pulling. (ECR user guide, "IAM permissions required to sync an upstream registry".) */
const IMPORT = ['ecr:BatchImportUpstreamImage'] as const satisfies readonly Action[];
const MAKE_AND_IMPORT = ['ecr:CreateRepository', ...IMPORT] as const satisfies readonly Action[];

export const importAccess = defineDerived({
  name: 'importAccess',
  from: [...AROUND_REQUEST, 'importingRule', 'repository', 'repositoryPolicy', 'registryPolicy'],
  async derive(learn, incident) {
    const rule = await learn('importingRule');
    if (!rule.known) return rule;
    if (rule.value === null) return known(null, []);
    const [repository, askers, own, registry] = await Promise.all([
      learn('repository'),
      learnAskers(learn),
      learn('repositoryPolicy'),
      learn('registryPolicy'),
    ]);
    if (!repository.known) return repository;
    if (!askers.known) return askers;
    const actions = repository.value === null ? MAKE_AND_IMPORT : IMPORT;
    return settleInCircumstances(
      (circumstances) =>
        accessOfEach(askers.value, (asker) =>
          judgeRepositoryAccess(actions, asker, policyIn(own), policyIn(registry), incident, circumstances),
        ),
      [askers, own, registry],
      learn,
      incident,
    );
  },
});
