import type { Role } from '../../aws/estate.ts';
import { givePolicy } from './denied.ts';
import { allow, PULL_ACTIONS } from './policy.ts';

/** Lets a role of one team pull whatever repository has a tag of the same team. */
export function pullOwnTeam(role: Role, team: string): void {
  role.tags = { team };
  givePolicy(role, allow(['ecr:GetAuthorizationToken']), {
    ...allow(PULL_ACTIONS),
    Sid: 'PullOwnTeam',
    Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
  });
}
