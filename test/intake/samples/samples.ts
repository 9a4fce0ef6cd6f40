import { DOCKER_SAMPLES } from './docker-samples.ts';
import { ECS_SAMPLES } from './ecs-samples.ts';
import { KUBERNETES_SAMPLES } from './kubernetes-samples.ts';
import { RELAYED_SAMPLES } from './relayed-samples.ts';
import type { Sample } from './sample.ts';
import { SERVICE_SAMPLES } from './service-samples.ts';

/** Every sample of a pull that failed. */
export const SAMPLES: readonly Sample[] = [
  ...ECS_SAMPLES,
  ...KUBERNETES_SAMPLES,
  ...DOCKER_SAMPLES,
  ...RELAYED_SAMPLES,
  ...SERVICE_SAMPLES,
];
