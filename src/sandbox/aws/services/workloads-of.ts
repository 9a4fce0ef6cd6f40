import type { WorkloadEstate } from '../estate.ts';
import type { Call } from './operation.ts';

/** What the caller's account runs in this Region outside of ECS. */
export const workloadsOf = ({ estate, caller, region }: Call): WorkloadEstate =>
  estate.accounts.find(({ id }) => id === caller.account)?.workloads?.[region] ?? {};
