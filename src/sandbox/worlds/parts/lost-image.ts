import type { Estate } from '../../aws/estate.ts';
import { healthyEstate } from '../healthy-estate.ts';
import type { World } from '../world.ts';
import { failPull, notFoundMessage, serviceRef } from './failed-pull.ts';
import { neverFreeze } from './frozen.ts';
import type { PolicyRule } from './lifecycle-run.ts';
import { registryHost } from './names.ts';

/** The service that pulls in these worlds, the repository that it pulls from, and the tag. */
export const LOST = { service: 'my-app', repository: 'my-app', tag: 'v2.1.0' } as const;

/** A rule that eats releases. */
export const EXPIRE_RELEASES: PolicyRule = {
  rulePriority: 2,
  description: 'expire after 14 days',
  selection: {
    tagStatus: 'tagged',
    tagPatternList: ['v*'],
    countType: 'sinceImagePushed',
    countUnit: 'days',
    countNumber: 14,
  },
  action: { type: 'expire' },
};

export const policyOf = (...rules: readonly PolicyRule[]): string => JSON.stringify({ rules });

/** A world in which a service asks for a tag each time, and the image that it named is no longer to be had. */
export function lostImageWorld(draft: {
  readonly id: string;
  readonly title: string;
  readonly breaks: string;
  readonly expect: World['expect'];
  /** `:v2.1.0` unless said: what follows the repository's name. */
  readonly asksFor?: string;
  /** Takes the image away, and writes down that it did. */
  readonly change: (estate: Estate) => void;
}): World {
  const { asksFor = `:${LOST.tag}`, change, ...world } = draft;
  const message = notFoundMessage(`${registryHost()}/${LOST.repository}${asksFor}`);
  return {
    ...world,
    message,
    workload: serviceRef(LOST.service),
    build(now) {
      const estate = healthyEstate(now);
      neverFreeze(estate, LOST.service);
      change(estate);
      failPull(estate, LOST.service, message);
      return estate;
    },
  };
}
