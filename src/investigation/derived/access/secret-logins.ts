import { isTaskOfEcs } from '../../../domain/puller.ts';
import { defineDerived, known } from '../define-derived.ts';

export const secretLogins = defineDerived({
  name: 'secretLogins',
  from: ['puller', 'workload'],
  async derive(learn) {
    const puller = await learn('puller');
    if (!puller.known) return puller;
    // Only the task definitions of ECS name such a secret.
    if (!isTaskOfEcs(puller.value)) return known(null, []);
    const workload = await learn('workload');
    return workload.known ? known(workload.value.imagesWithCredentials, workload.evidence) : workload;
  },
});
