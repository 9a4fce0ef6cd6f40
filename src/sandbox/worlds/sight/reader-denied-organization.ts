import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { REGISTRY, WORKLOAD } from '../parts/names.ts';
import { attachControl, WORKLOADS_UNIT } from '../parts/organization.ts';
import { deny, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const readerDeniedOrganization: World = deniedWorld({
  id: 'reader-denied-organization',
  title: 'We may not read the organization’s policies, nor ask the simulator',
  breaks:
    'A service control policy denies the pull. The account that should read it may list policies, and not what is in them.',
  because: BECAUSE.serviceControl,
  expect: { conclusion: 'undetermined' },
  change(estate) {
    attachControl(estate, 'SERVICE_CONTROL_POLICY', 'NoPulls', WORKLOADS_UNIT, deny(PULL_ACTIONS));
    estate.deniedToReader[REGISTRY] = ['organizations:DescribePolicy'];
    estate.deniedToReader[WORKLOAD] = ['iam:SimulatePrincipalPolicy'];
  },
});
