import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const GIB = 1024 ** 3;
const IMAGE = `${registryHost()}/shop/api:v4.12.1`;
const MESSAGE = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to pull and unpack image "${IMAGE}": failed to copy: write /var/lib/containerd/io.containerd.content.v1.content/ingest/data: no space left on device`;

export const imageTooLarge: World = {
  id: 'image-too-large',
  title: 'The image is larger than the disk',
  breaks: 'v4.12.1 is 23 GiB compressed, and a task on Fargate has a disk of 20 GiB unless it asks for more.',
  message: MESSAGE,
  image: IMAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'image-too-large' },
  build(now) {
    const estate = healthyEstate(now);
    findImage(estate, 'shop/api', 'v4.12.1').sizeInBytes = 23 * GIB;
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
