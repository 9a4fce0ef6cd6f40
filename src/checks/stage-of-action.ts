import type { PullStage } from '../domain/pull-stage.ts';

/** Where in a pull an action of it is asked for. */
export function stageOfAction(action: string | undefined): PullStage {
  if (action === 'ecr:GetAuthorizationToken') return 'token';
  return action === 'ecr:GetDownloadUrlForLayer' ? 'layers' : 'manifest';
}
