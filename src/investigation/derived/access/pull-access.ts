import { judgePullAccess } from './access.ts';
import { accessOfEach, learnAskers } from './askers.ts';
import { defineDerived } from '../define-derived.ts';
import { policyIn } from './settle-access.ts';
import { AROUND_REQUEST, settleInCircumstances } from './settle-in-circumstances.ts';

export const pullAccess = defineDerived({
  name: 'pullAccess',
  from: [...AROUND_REQUEST, 'repositoryPolicy', 'registryPolicy'],
  async derive(learn, incident) {
    const [askers, repository, registry] = await Promise.all([
      learnAskers(learn),
      learn('repositoryPolicy'),
      learn('registryPolicy'),
    ]);
    if (!askers.known) return askers;
    return settleInCircumstances(
      (circumstances) =>
        accessOfEach(askers.value, (asker) =>
          judgePullAccess(asker, policyIn(repository), policyIn(registry), incident, circumstances),
        ),
      [askers, repository, registry],
      learn,
      incident,
    );
  },
});
