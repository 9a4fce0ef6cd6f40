import { healthyEstate } from '../healthy-estate.ts';
import { removeImage } from '../parts/find.ts';
import type { World } from '../world.ts';

export const missingTag: World = {
  id: 'missing-tag',
  title: 'The tag was never pushed, or is gone',
  breaks: 'Repository my-app exists, but holds no image with the tag v2.1.0.',
  message:
    'Failed to pull image "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:v2.1.0": rpc error: code = NotFound desc = failed to pull and unpack image: failed to resolve reference: 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:v2.1.0: not found',
  expect: { conclusion: 'explained', cause: 'missing-image', recovery: ['roll-back', 'rebuild'] },
  build(now) {
    const estate = healthyEstate(now);
    removeImage(estate, 'my-app', 'v2.1.0');
    return estate;
  },
};
