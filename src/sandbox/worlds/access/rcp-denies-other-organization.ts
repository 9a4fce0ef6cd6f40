import { deniedWorld } from '../parts/denied.ts';
import { REGISTRY } from '../parts/names.ts';
import { attachControl } from '../parts/organization.ts';
import { deny } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const rcpDeniesOtherOrganization: World = deniedWorld({
  id: 'rcp-denies-other-organization',
  title: 'The registry is for another organization',
  breaks:
    'A resource control policy over the registry account denies everybody outside of another organization, and we may read it.',
  because: 'with an explicit deny in a resource control policy',
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'explicit-deny' },
  change(estate) {
    attachControl(estate, 'RESOURCE_CONTROL_POLICY', 'OwnPerimeter', REGISTRY, {
      Sid: 'OnlyOurs',
      ...deny(['ecr:BatchGetImage']),
      Principal: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-bought0000' } },
    });
  },
});
