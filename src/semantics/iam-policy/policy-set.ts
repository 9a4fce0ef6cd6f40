import type { PolicyDocument } from './document.ts';

/** A policy with a name to show: its ARN, or where it is attached. `unknown`: it is there, and could not be read. */
export interface NamedDocument {
  readonly name: string;
  readonly document: PolicyDocument | 'unknown';
  /** As it was written, for quoting. Nothing is decided by it. */
  readonly text?: string;
}

/**
 * Everything that may decide a request. For each layer: the policies; `null` when there is none, or when the layer
 * does not apply (no boundary, no endpoint on the way); `'unknown'` when we could not look.
 */
export interface PolicySet {
  readonly identity: readonly NamedDocument[] | 'unknown';
  /** The repository's policy. */
  readonly resource: NamedDocument | null | 'unknown';
  readonly registry: RegistryPolicy | null | 'unknown';
  readonly permissionsBoundary: NamedDocument | null | 'unknown';
  /** Policies passed when the session was made. */
  readonly session: readonly NamedDocument[] | null | 'unknown';
  /** One entry for each level from the root to the account: a request must be allowed at every level. */
  readonly serviceControl: readonly ControlLevel[] | null | 'unknown';
  readonly resourceControl: readonly ControlLevel[] | null | 'unknown';
  readonly endpoint: NamedDocument | null | 'unknown';
}

export type ControlLevel = readonly NamedDocument[] | 'unknown';

/** The registry's policy, and how much of ECR it governs (`ecr:GetAccountSetting`, REGISTRY_POLICY_SCOPE). */
export interface RegistryPolicy {
  readonly policy: NamedDocument;
  readonly scope: 'V1' | 'V2' | 'unknown';
}

/** No policy anywhere: nothing grants, nothing forbids. To be spread over with what there is. */
export const NO_POLICIES: PolicySet = {
  identity: [],
  resource: null,
  registry: null,
  permissionsBoundary: null,
  session: null,
  serviceControl: null,
  resourceControl: null,
  endpoint: null,
};
