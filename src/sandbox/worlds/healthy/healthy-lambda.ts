import { healthyEstate } from '../healthy-estate.ts';
import { addFunction, ANY_FUNCTION, FUNCTION_IMAGE, functionRef } from '../parts/functions.ts';
import type { World } from '../world.ts';

export const healthyLambda: World = {
  id: 'healthy-lambda',
  title: 'Lambda would pull it now',
  breaks: 'Nothing is broken: the policy of shop/api lets Lambda pull for every function of the workload account.',
  message: '',
  image: FUNCTION_IMAGE,
  workload: functionRef(),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    addFunction(estate, { sources: [ANY_FUNCTION] });
    return estate;
  },
};
