import { deniedWorld } from '../parts/denied.ts';
import { policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const identityPolicyDenies: World = deniedWorld({
  id: 'identity-policy-denies',
  title: 'A policy of the role shuts every registry but one',
  breaks: 'The execution role may pull, and a second policy of it denies pulls outside of its own account.',
  because: 'with an explicit deny in an identity-based policy',
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'explicit-deny' },
  change(_estate, role) {
    role.inlinePolicies.push({
      name: 'only-ours',
      document: policy({
        Sid: 'OnlyOurRegistry',
        Effect: 'Deny',
        Action: PULL_ACTIONS,
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } },
      }),
    });
  },
});
