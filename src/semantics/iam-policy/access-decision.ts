import type { PolicyLayer } from '../../domain/incident.ts';

/**
 * The layers, in the order in which a denial is named. AWS's sentence calls a registry policy `resource-based` too.
 */
export const DECISION_LAYERS = [
  'service control',
  'resource control',
  'identity-based',
  'permissions boundary',
  'session',
  'resource-based',
  'registry',
  'VPC endpoint',
] as const satisfies readonly (PolicyLayer | 'registry')[];
export type DecisionLayer = (typeof DECISION_LAYERS)[number];

export interface AccessDecision {
  /**
   * `unknown` only when a value or a policy that we lack could turn the answer, or a rule that AWS does not document
   * (a malformed value, a partly named `NotPrincipal`): then `missingKeys` may be empty.
   */
  readonly outcome: 'allowed' | 'denied' | 'unknown';
  /** One entry for each of `DECISION_LAYERS`, in that order. */
  readonly layers: readonly LayerDecision[];
  /** The layer that denied, the first of `blockedBy`; `null` unless denied. */
  readonly decidedBy: DecisionLayer | null;
  /** Every layer that stands in the way: AWS's sentence names one, and the next after that one is mended. */
  readonly blockedBy: readonly DecisionLayer[];
  /** Denied by a `Deny` statement, not for want of an `Allow`. */
  readonly explicit: boolean;
  /** The condition keys whose values would decide an unknown outcome; empty otherwise. */
  readonly missingKeys: readonly string[];
}

export interface LayerDecision {
  readonly layer: DecisionLayer;
  /**
   * `allowed`: an `Allow` matches and no `Deny` does. `denied`: a `Deny` matches. `silent`: no statement matches.
   * An `allowed` resource policy that only names the principal's own account delegates to that account: within one
   * account it does not replace the identity's policy.
   */
  readonly result: 'allowed' | 'denied' | 'silent' | 'unknown' | 'not-applicable';
  /** The statement that says so. */
  readonly statement?: StatementRef;
  /** For `unknown`: the keys on which it hangs. Absent when a policy could not be read. */
  readonly missingKeys?: readonly string[];
  /** Of control policies: the level, counted from 0 at the root, that does not say yes. */
  readonly level?: number;
  /** For `silent` and `unknown`: `Allow` statements that name the action and fail on something else. */
  readonly nearMisses: readonly NearMiss[];
}

export interface StatementRef {
  /** The document's name. */
  readonly document: string;
  /** Its place in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
}

export interface NearMiss {
  readonly statement: StatementRef;
  /** What does not match, or cannot be known to. */
  readonly fails: readonly ('principal' | 'resource' | 'condition')[];
  /** The conditions that do not hold, or cannot be known to. */
  readonly conditions: readonly {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly string[];
  }[];
}
