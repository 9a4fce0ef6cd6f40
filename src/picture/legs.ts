import type { PullLeg } from '../domain/network-path.ts';

export const LEG_TITLES: Readonly<Record<PullLeg, string>> = {
  token: 'Token',
  manifest: 'Manifest',
  layers: 'Layers',
};

/** Where each connection of a pull ends. */
export const SERVICES: Readonly<Record<PullLeg, string>> = { token: 'ecr.api', manifest: 'ecr.dkr', layers: 'S3' };
