import { deniedWorld } from '../parts/denied.ts';
import { REGISTRY } from '../parts/names.ts';
import { attachControl } from '../parts/organization.ts';
import { deny } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const rcpDeniesOtherNetwork: World = deniedWorld({
  id: 'rcp-denies-other-network',
  title: 'The registry is for another network',
  breaks:
    'A resource control policy over the registry account denies whatever comes from outside of one VPC, and this pull goes out through NAT.',
  because: 'with an explicit deny in a resource control policy',
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'explicit-deny' },
  change(estate) {
    attachControl(estate, 'RESOURCE_CONTROL_POLICY', 'NetworkPerimeter', REGISTRY, {
      Sid: 'OnlyOurNetwork',
      ...deny(['ecr:BatchGetImage']),
      Principal: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-0b00000000000f001' } },
    });
  },
});
