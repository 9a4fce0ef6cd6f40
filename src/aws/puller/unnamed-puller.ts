import type { GapReason } from '../../domain/evidence.ts';
import type { Incident, Platform } from '../../domain/incident.ts';
import { AwsTrouble } from '../errors.ts';

/** What would have to be named where the pull is on a platform that cannot be searched. */
const LACKS: Readonly<Partial<Record<Platform, GapReason>>> = {
  lambda: 'puller-is-a-service',
  kubernetes: 'puller-on-node',
  batch: 'puller-on-platform',
  codebuild: 'puller-on-platform',
  apprunner: 'puller-on-platform',
};

/** Why we do not know who pulls, when nothing that we can ask about is named. */
export function unnamedPuller({ platform, workload }: Incident): AwsTrouble {
  const isPod = workload?.kind === 'kubernetes-pod';
  return new AwsTrouble(isPod ? 'puller-on-node' : (LACKS[platform] ?? 'puller-not-named'), {});
}

/** Lambda fetches images by itself: the execution role of the function has no part in it. */
export function isPulledByService({ platform, workload }: Incident): boolean {
  return platform === 'lambda' || workload?.kind === 'lambda-function';
}
