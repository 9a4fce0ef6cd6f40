import type { AccountId, Action, Arn } from '../../domain/aws.ts';

/** One call that somebody makes, and what is known about its circumstances. */
export interface AccessRequest {
  readonly principal: RequestPrincipal;
  readonly action: Action;
  readonly resource: RequestResource;
  /**
   * Condition keys with a known value; names in any case. A list stands for a multivalued key, even when it holds
   * one value. What follows from the principal and the resource (`aws:PrincipalArn`, `aws:PrincipalAccount`,
   * `aws:PrincipalTag/…`, `aws:ResourceAccount` …) need not be repeated; what is stated here wins over it.
   */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /**
   * Condition keys known to be absent from the request; `aws:ResourceTag/*` covers every key that starts so.
   * `'every-other'`: all keys are absent that are neither in the context nor follow from the principal and resource.
   * A key that is neither known nor absent is unknown: it could hold anything.
   */
  readonly absentKeys: readonly string[] | 'every-other';
}

export interface RequestResource {
  /** `*` for actions that know no resource, such as `ecr:GetAuthorizationToken`. */
  readonly arn: Arn;
  /** The account that owns the resource; for an action without one, the account that is called. */
  readonly account: AccountId;
}

export type RequestPrincipal = IamPrincipal | ServicePrincipal;

export interface IamPrincipal {
  /** `role` is a role in some session whose name is not known; `assumed-role` is one session. */
  readonly kind: 'role' | 'assumed-role' | 'user' | 'root';
  readonly arn: Arn;
  readonly account: AccountId;
  /** For `assumed-role`: the role behind the session. A session's ARN lacks the role's path. */
  readonly roleArn?: Arn;
  /** All tags of the principal, those of the session included; absent when they were not read. */
  readonly tags?: Readonly<Record<string, string>>;
  /** `null`: the account is in no organization. Absent: not read. */
  readonly orgId?: string | null;
}

/** An AWS service that calls for itself, such as Lambda when it pulls a function's image. */
export interface ServicePrincipal {
  readonly kind: 'service';
  /** `lambda.amazonaws.com` */
  readonly service: string;
}
