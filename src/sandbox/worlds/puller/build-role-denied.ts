import { healthyEstate } from '../healthy-estate.ts';
import { findAccount, findRepository } from '../parts/find.ts';
import { workloadsIn } from '../parts/functions.ts';
import { PULL_ONLY } from '../parts/kubernetes.ts';
import { HOME, registryHost, roleArn, WORKLOAD } from '../parts/names.ts';
import { serviceRole } from '../parts/role.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/tools/ci-base:2026.11`;

export const buildRoleDenied: World = {
  id: 'build-role-denied',
  title: 'The repository does not let the build in',
  breaks:
    'CodeBuild pulls the image of project shop-ci with the service role, across accounts, and tools/ci-base has no policy.',
  message: '',
  image: IMAGE,
  workload: { kind: 'build-project', place: { account: WORKLOAD, region: HOME }, project: 'shop-ci' },
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'tools/ci-base').policy = null;
    findAccount(estate, WORKLOAD).roles.push(
      serviceRole(WORKLOAD, 'shop-ci', ago(estate.now, { days: 90 }), 'codebuild.amazonaws.com', [PULL_ONLY]),
    );
    workloadsIn(estate).builds = [
      {
        name: 'shop-ci',
        image: IMAGE,
        imagePullCredentialsType: 'SERVICE_ROLE',
        serviceRole: roleArn(WORKLOAD, 'shop-ci'),
        architecture: 'x86_64',
      },
    ];
    return estate;
  },
};
