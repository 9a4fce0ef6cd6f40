/** A policy document in one shape: what AWS lets authors write as one value or as a list is a list here. */
export interface PolicyDocument {
  /** Policies that state no version are read as `2008-10-17`, in which policy variables are plain text. */
  readonly version: '2008-10-17' | '2012-10-17';
  readonly statements: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** `null` in the policies that name no principal: those attached to an identity. */
  readonly principals: PrincipalList | null;
  readonly actions: PatternList;
  /** `null` in a policy attached to one resource: that resource is meant. */
  readonly resources: PatternList | null;
  /** All of them must hold. */
  readonly conditions: readonly PolicyCondition[];
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface PatternList {
  /** True for the `Not…` element: the statement is about everything that none of the patterns matches. */
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalList {
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

export interface PrincipalEntry {
  /** `AWS` also stands for a bare `"Principal": "*"`, which AWS documents as the same. */
  readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly value: string;
}

/** One key under one operator: `{"StringLike": {"aws:PrincipalArn": ["…"]}}`. */
export interface PolicyCondition {
  /** As written, set prefix and suffix included: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}
