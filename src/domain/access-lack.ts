/** Why an action is not surely allowed, as far as the policies that could be read show it. */
export interface AccessLack {
  /**
   * Every layer that says no, or whose silence is a no, as AWS's own sentence calls it. AWS names one of them; once that
   * is mended, the next says no.
   */
  readonly layers: readonly string[];
  /** The policies of those layers; none when there is not one. */
  readonly documents: readonly LackingPolicy[];
  /** The level of the organization whose policies say no, or are silent: `organizational unit ou-ab12-34567890`. */
  readonly level?: string;
  /** The statement that denies. */
  readonly denial: QuotedStatement | null;
  /** `Allow` statements that name the action, and fail on something else. */
  readonly nearly: readonly NearlyAllows[];
  /** Condition keys on which an undecided access hangs. */
  readonly missingKeys: readonly string[];
}

export interface LackingPolicy {
  readonly layer: string;
  readonly name: string;
}

export interface QuotedStatement {
  /** `statement 2 (DenyOutsideVpc) of inline policy pull` */
  readonly name: string;
  /** As its document writes it, on one line. */
  readonly json: string;
}

export interface NearlyAllows extends QuotedStatement {
  readonly layer: string;
  readonly fails: readonly ('principal' | 'resource' | 'condition')[];
  /** Whom it names, as it writes them; none where a policy names nobody. */
  readonly principals: readonly string[];
  readonly resources: readonly string[];
  /** The conditions that do not hold. */
  readonly conditions: readonly FailingCondition[];
}

export interface FailingCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly actual: ActualValue;
  /** What the `${…}` in the values stand for; absent where they hold none. */
  readonly variables?: readonly { readonly key: string; readonly actual: ActualValue }[];
}

/** What a request has under a condition key; `absent`: it has no such key. */
export type ActualValue = readonly string[] | 'absent' | 'unknown';
