import { healthyEstate } from '../healthy-estate.ts';
import { addFunction, ANY_FUNCTION, FUNCTION_IMAGE, functionRef } from '../parts/functions.ts';
import { ABROAD } from '../parts/names.ts';
import type { World } from '../world.ts';

export const lambdaInAnotherRegion: World = {
  id: 'lambda-in-another-region',
  title: 'The function is in another Region',
  breaks:
    'The function thumbnails is in another Region than the repository of its image, and Lambda pulls only within one.',
  message: '',
  image: FUNCTION_IMAGE,
  workload: functionRef(ABROAD),
  expect: { conclusion: 'explained', cause: 'function-in-another-region' },
  build(now) {
    const estate = healthyEstate(now);
    addFunction(estate, { region: ABROAD, sources: [ANY_FUNCTION] });
    return estate;
  },
};
