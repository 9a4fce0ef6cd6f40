import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef, useImage } from '../parts/failed-pull.ts';
import { registryHost, STAGING } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost(STAGING)}/shop/preview:pr-118`;
const MESSAGE = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${IMAGE}: unexpected status from HEAD request to https://${registryHost(STAGING)}/v2/shop/preview/manifests/pr-118: 403 Forbidden`;

export const accountNotConfigured: World = {
  id: 'account-not-configured',
  title: 'The image is in an account that the bot does not know',
  breaks: 'The task definition of checkout names an image in the staging account, which is not configured.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
