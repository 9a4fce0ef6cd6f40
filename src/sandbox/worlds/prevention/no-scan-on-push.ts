import { healthyEstate } from '../healthy-estate.ts';
import { deniedPullMessage, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRegistry, findRepository, findRole } from '../parts/find.ts';
import { WORKLOAD } from '../parts/names.ts';
import { allow, policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

const MESSAGE = deniedPullMessage(
  'my-app',
  'my-app',
  'because no identity-based policy allows the ecr:BatchGetImage action',
);

export const noScanOnPush: World = {
  id: 'no-scan-on-push',
  title: 'New images are not scanned',
  breaks:
    'The execution role of my-app may not pull. Besides, the registry scans what is pushed to shop/ alone, so my-app is not scanned.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'denied-pull', alsoWrong: ['no-scan-on-push'] },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'my-app').scanOnPush = false;
    findRegistry(estate).scanning.rules = [{ scanFrequency: 'SCAN_ON_PUSH', filters: ['shop/*'] }];
    const role = findRole(estate, WORKLOAD, 'my-app-exec');
    role.attachedPolicies = [];
    role.inlinePolicies = [{ name: 'token', document: policy(allow(['ecr:GetAuthorizationToken'])) }];
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
