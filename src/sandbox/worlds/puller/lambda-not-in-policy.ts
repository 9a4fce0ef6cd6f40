import { healthyEstate } from '../healthy-estate.ts';
import { addFunction, functionRef, LAMBDA_DENIED } from '../parts/functions.ts';
import type { World } from '../world.ts';

export const lambdaNotInPolicy: World = {
  id: 'lambda-not-in-policy',
  title: 'The repository does not let Lambda in',
  breaks: 'The policy of shop/api lets the workload account pull, but not the service lambda.amazonaws.com.',
  message: LAMBDA_DENIED,
  workload: functionRef(),
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    addFunction(estate);
    return estate;
  },
};
