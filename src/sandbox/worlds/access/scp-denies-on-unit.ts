import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { attachControl, WORKLOADS_UNIT } from '../parts/organization.ts';
import { deny, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const scpDeniesOnUnit: World = deniedWorld({
  id: 'scp-denies-on-unit',
  title: 'A unit of the organization forbids the pull',
  breaks: 'A service control policy on the unit of the workload account denies every pull, and we may read it.',
  because: BECAUSE.serviceControl,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'explicit-deny' },
  change(estate) {
    attachControl(estate, 'SERVICE_CONTROL_POLICY', 'NoPulls0', WORKLOADS_UNIT, {
      Sid: 'NoPulls',
      ...deny(PULL_ACTIONS),
    });
  },
});
