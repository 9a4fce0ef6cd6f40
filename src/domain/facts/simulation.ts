import type { Action, Arn } from '../aws.ts';

/** What AWS's policy simulator says of a role: by its own policies, its boundary, and the organization's policies. */
export interface Simulation {
  readonly role: Arn;
  readonly actions: readonly SimulatedAction[];
}

/** It knows no policy of a repository, a registry, a session or an endpoint, and no resource control policy. */
export interface SimulatedAction {
  readonly action: Action;
  readonly resource: string;
  readonly isAllowed: boolean;
  /** `null`: it does not say, because the account is in no organization. */
  readonly isAllowedByOrganization: boolean | null;
  /** Condition keys of the role's policies that it was not told; what it says then is no more than likely. */
  readonly missingKeys: readonly string[];
}

/** The same beside what we read out of the role's policies and its boundary ourselves. */
export interface WitnessedAction extends SimulatedAction {
  readonly role: Arn;
  /** Whether a service control policy that we read ourselves does not allow it either, which is told with its statement. */
  readonly isDeniedByReadControl?: boolean;
  /** Whether the service control policies over the role were read, and surely allow it; where none is in use they do. */
  readonly isAllowedByReadControl?: boolean;
  readonly ownReading: 'allowed' | 'denied' | 'unknown';
}
