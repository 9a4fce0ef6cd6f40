import { deniedWorld } from '../parts/denied.ts';
import { attachControl, WORKLOADS_UNIT } from '../parts/organization.ts';
import type { World } from '../world.ts';

export const scpAllowsNothingOnUnit: World = deniedWorld({
  id: 'scp-allows-nothing-on-unit',
  title: 'A unit’s list of what is allowed leaves ECR out',
  breaks:
    'The unit of the workload account has a list of its own in place of AWS’s policy that allows all, and ECR’s pulls are not on it.',
  because: 'because no service control policy allows the ecr:BatchGetImage action',
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'level-denies' },
  change(estate) {
    attachControl(estate, 'SERVICE_CONTROL_POLICY', 'ShopAllows', WORKLOADS_UNIT, {
      Sid: 'OnTheList',
      Effect: 'Allow',
      NotAction: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Resource: '*',
    });
    estate.organizationPolicies.withoutFullAccess.push(WORKLOADS_UNIT);
  },
});
