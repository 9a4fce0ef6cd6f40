import { ACCESS_WORLDS } from './access/index.ts';
import { CACHE_WORLDS } from './cache/index.ts';
import { HEALTHY_WORLDS } from './healthy/index.ts';
import { IMAGE_WORLDS } from './image/index.ts';
import { NETWORK_WORLDS } from './network/index.ts';
import { PREVENTION_WORLDS } from './prevention/index.ts';
import { PULLER_WORLDS } from './puller/index.ts';
import { SIGHT_WORLDS } from './sight/index.ts';
import type { World } from './world.ts';

/** Every world of the sandbox, in the order in which a visitor should meet them. */
export const WORLDS: readonly World[] = [
  ...IMAGE_WORLDS,
  ...ACCESS_WORLDS,
  ...NETWORK_WORLDS,
  ...PREVENTION_WORLDS,
  ...CACHE_WORLDS,
  ...PULLER_WORLDS,
  ...SIGHT_WORLDS,
  ...HEALTHY_WORLDS,
];

export function findWorld(id: string): World | undefined {
  return WORLDS.find((world) => world.id === id);
}
