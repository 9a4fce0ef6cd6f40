import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findTaskDefinition } from '../parts/find.ts';
import { HOME, registryHost, WORKLOAD } from '../parts/names.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${registryHost()}/shop/api:v4.12.1: pulling from host ${registryHost()} failed with status code [manifests v4.12.1]: denied: Your authorization token has expired. Reauthenticate and try again.`;

export const registryCredentialsOnEcr: World = {
  id: 'registry-credentials-on-ecr',
  title: 'A secret logs in to ECR',
  breaks: 'The task definition of checkout gives its image repositoryCredentials: a token of ECR, months old.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'registry-credentials-on-ecr' },
  build(now) {
    const estate = healthyEstate(now);
    const container = findTaskDefinition(estate, 'checkout').containerDefinitions[0];
    const credentialsParameter = `arn:aws:secretsmanager:${HOME}:${WORKLOAD}:secret:ecr-login-Ab12Cd`;
    if (container !== undefined) container.repositoryCredentials = { credentialsParameter };
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
