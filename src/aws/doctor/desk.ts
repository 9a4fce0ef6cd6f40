import type { Action } from '../../domain/aws.ts';
import type { Identities, Self } from '../identities.ts';
import type { Probe } from './probe.ts';

/** What every part of a checkup has at hand. */
export interface Desk {
  readonly identities: Identities;
  readonly self: Self;
  /** What the reading role must be allowed. */
  readonly actions: readonly Action[];
  readonly probes: Readonly<Partial<Record<Action, Probe>>>;
  /** Waits until few enough calls are under way. */
  readonly turn: <Result>(work: () => Promise<Result>) => Promise<Result>;
}
