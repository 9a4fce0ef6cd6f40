import { healthyEstate } from '../healthy-estate.ts';
import { findAccount } from '../parts/find.ts';
import { workloadsIn } from '../parts/functions.ts';
import { PULL_ONLY } from '../parts/kubernetes.ts';
import { HOME, registryHost, roleArn, WORKLOAD } from '../parts/names.ts';
import { serviceRole } from '../parts/role.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/web:v7.3.0`;
const SERVICE = `arn:aws:apprunner:${HOME}:${WORKLOAD}:service/web/8fe1e10304f84fd2b0df550fe98a71fa`;

export const appRunnerRoleUntrusted: World = {
  id: 'app-runner-role-untrusted',
  title: 'App Runner may not assume its access role',
  breaks:
    'The access role of the App Runner service web trusts tasks.apprunner.amazonaws.com, which runs it and does not pull.',
  message: '',
  image: IMAGE,
  workload: { kind: 'apprunner-service', place: { account: WORKLOAD, region: HOME }, service: SERVICE },
  expect: { conclusion: 'explained', cause: 'untrusted-role' },
  build(now) {
    const estate = healthyEstate(now);
    findAccount(estate, WORKLOAD).roles.push(
      serviceRole(WORKLOAD, 'web-access', ago(estate.now, { days: 9 }), 'tasks.apprunner.amazonaws.com', [PULL_ONLY]),
    );
    workloadsIn(estate).appRunner = [
      { arn: SERVICE, name: 'web', image: IMAGE, accessRole: roleArn(WORKLOAD, 'web-access') },
    ];
    return estate;
  },
};
