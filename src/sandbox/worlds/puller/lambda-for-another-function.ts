import { healthyEstate } from '../healthy-estate.ts';
import { addFunction, functionRef, LAMBDA_DENIED } from '../parts/functions.ts';
import { HOME, WORKLOAD } from '../parts/names.ts';
import type { World } from '../world.ts';

export const lambdaForAnotherFunction: World = {
  id: 'lambda-for-another-function',
  title: 'The repository lets Lambda in for another function',
  breaks: 'The policy of shop/api lets Lambda pull for the function resize alone, and thumbnails is what is updated.',
  message: LAMBDA_DENIED,
  workload: functionRef(),
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    addFunction(estate, { sources: [`arn:aws:lambda:${HOME}:${WORKLOAD}:function:resize`] });
    return estate;
  },
};
