import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { allow, policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const witnessDisagrees: World = deniedWorld({
  id: 'witness-disagrees',
  title: 'Two readings of one policy disagree',
  breaks:
    'The execution role was given its policy a moment ago: IAM shows it, and the policy simulator does not know it.',
  because: BECAUSE.identity,
  expect: { conclusion: 'undetermined' },
  change(estate, role) {
    estate.simulatorLag[role.arn] = [policy(allow(['ecr:GetAuthorizationToken']))];
  },
});
