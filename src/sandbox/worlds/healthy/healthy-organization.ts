import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { ORGANIZATION, registryHost } from '../parts/names.ts';
import { policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;

export const healthyOrganization: World = {
  id: 'healthy-organization',
  title: 'It would pull now, as every account of the organization',
  breaks: 'Nothing is broken: the policy of shop/api lets the whole organization in, and names no account.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'shop/api').policy = policy({
      Effect: 'Allow',
      Principal: '*',
      Action: PULL_ACTIONS,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
    });
    return estate;
  },
};
