import type { Incident } from '../../../domain/incident.ts';
import { defineDerived, known } from '../define-derived.ts';

export const frozenInstead = defineDerived({
  name: 'frozenInstead',
  from: ['image', 'frozenImage'],
  async derive(learn, incident) {
    // Who asks about an image alone asks about whoever pulls it.
    if (!namesTasks(incident)) return known(null, []);
    const image = await learn('image');
    if (!image.known) return image;
    if (image.value?.status === 'ACTIVE') return known(null, []);
    const frozen = await learn('frozenImage');
    // What was frozen is the question of another check: here, that it cannot be read leaves the image as missing as it is.
    if (!frozen.known) return known(null, []);
    return known(frozen.value?.image?.status === 'ACTIVE' ? frozen.value : null, frozen.evidence);
  },
});

/** Only ECS freezes what its tasks pull. */
function namesTasks({ workload }: Incident): boolean {
  return workload?.kind === 'ecs-service' || workload?.kind === 'ecs-task';
}
