import type { Estate, Role } from '../../aws/estate.ts';
import { healthyEstate } from '../healthy-estate.ts';
import type { World } from '../world.ts';
import { deniedPullMessage, failPull, serviceRef } from './failed-pull.ts';
import { findRole } from './find.ts';
import { WORKLOAD } from './names.ts';
import { policy, type Statement } from './policy.ts';

const SERVICE = 'checkout';
const REPOSITORY = 'shop/api';

/** A world in which IAM denies the service `checkout` its pull of `shop/api`; `because` is the end of IAM's sentence. */
export function deniedWorld(draft: {
  readonly id: string;
  readonly title: string;
  readonly breaks: string;
  readonly because: string;
  /** How a check that fails says it, or what an answer without a cause must say. */
  readonly expect: World['expect'];
  readonly change: (estate: Estate, role: Role) => void;
}): World {
  const { because, change, ...world } = draft;
  const message = deniedPullMessage(SERVICE, REPOSITORY, because);
  return {
    ...world,
    message,
    workload: serviceRef(SERVICE),
    build(now) {
      const estate = healthyEstate(now);
      change(estate, findRole(estate, WORKLOAD, `${SERVICE}-exec`));
      failPull(estate, SERVICE, message);
      return estate;
    },
  };
}

/** Ends of IAM's sentence about reading a manifest. */
export const BECAUSE = {
  identity: 'because no identity-based policy allows the ecr:BatchGetImage action',
  resource: 'because no resource-based policy allows the ecr:BatchGetImage action',
  boundary: 'because no permissions boundary allows the ecr:BatchGetImage action',
  serviceControl: 'with an explicit deny in a service control policy',
  endpoint: 'because no VPC endpoint policy allows the ecr:BatchGetImage action',
} as const;

/** Replaces every policy of a role by one of its own. */
export function givePolicy(role: Role, ...statements: readonly Statement[]): void {
  role.attachedPolicies = [];
  role.inlinePolicies = [{ name: 'pull', document: policy(...statements) }];
}
