import { deniedWorld, givePolicy } from '../parts/denied.ts';
import { allow } from '../parts/policy.ts';
import type { World } from '../world.ts';

const world = deniedWorld({
  id: 'policy-lacks-layer-action',
  title: 'A custom policy forgets the layers',
  breaks: 'The policy of the execution role allows everything that a pull needs but ecr:GetDownloadUrlForLayer.',
  because: 'because no identity-based policy allows the ecr:GetDownloadUrlForLayer action',
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'incomplete-policy' },
  change(_estate, role) {
    givePolicy(role, allow(['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:BatchCheckLayerAvailability']));
  },
});

export const policyLacksLayerAction: World = {
  ...world,
  message: world.message.replace('perform: ecr:BatchGetImage', 'perform: ecr:GetDownloadUrlForLayer'),
};
