import { ownZonesIn, useHub } from '../parts/hub.ts';
import { STAGING } from '../parts/names.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const zonesOfUnknownAccount: World = networkWorld({
  id: 'zones-of-unknown-account',
  title: 'The zones belong to an account that the bot does not know',
  breaks:
    'Private hosted zones of the staging account answer for the names of ECR and S3, and the bot has no role there to read where they lead.',
  reason: manifestTimeout('10.99.16.11'),
  expect: { conclusion: 'undetermined' },
  change(_network, estate) {
    useHub(estate);
    ownZonesIn(estate, STAGING);
  },
});
