import type { Incident } from '../domain/incident.ts';
import { AwsTrouble } from './errors.ts';

/** Lambda fetches images by itself: the execution role of the function has no part in it. */
export function isPulledByService({ platform, workload }: Incident): boolean {
  return platform === 'lambda' || workload?.kind === 'lambda-function';
}

/** Why we do not know who pulls, when nothing that we can ask about is named. */
export function unnamedPuller(incident: Incident): AwsTrouble {
  if (isPulledByService(incident)) return new AwsTrouble('puller-is-a-service', {});
  const isOnNode = incident.platform === 'kubernetes' || incident.workload?.kind === 'kubernetes-pod';
  return new AwsTrouble(isOnNode ? 'puller-on-node' : 'puller-not-named', {});
}
