import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { WORKLOAD } from '../parts/names.ts';
import { deny, policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const scpDenies: World = deniedWorld({
  id: 'scp-denies',
  title: 'The organization forbids the pull',
  breaks: 'A service control policy denies the workload account every pull, whatever its own policies say.',
  because: BECAUSE.serviceControl,
  expect: { conclusion: 'explained', cause: 'scp-denies', answer: 'denied' },
  change(estate) {
    // Another organization's account than those whose policies our roles may read.
    delete estate.organizationPolicies.parents[WORKLOAD];
    estate.serviceControlPolicies[WORKLOAD] = [policy(deny(PULL_ACTIONS))];
  },
});
