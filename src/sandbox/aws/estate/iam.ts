import type { Arn, Timestamp } from '../../../domain/aws.ts';

export interface Role {
  name: string;
  /** Begins and ends with a slash: `/` or `/service-role/`. */
  path: string;
  arn: Arn;
  /** Unique for ever: a role made again under the same name has another one. */
  id: string;
  createdAt: Timestamp;
  trustPolicy: string;
  inlinePolicies: InlinePolicy[];
  attachedPolicies: Arn[];
  /** The managed policy that bounds the role, or `null`. */
  permissionsBoundary: Arn | null;
  /** By key. */
  tags: Record<string, string>;
}

interface InlinePolicy {
  name: string;
  document: string;
}

/** A managed policy with its default version alone: nobody asks for an older one. */
export interface ManagedPolicy {
  arn: Arn;
  name: string;
  path: string;
  versionId: string;
  createdAt: Timestamp;
  document: string;
}

/** What gives an instance its role. */
export interface InstanceProfile {
  name: string;
  arn: Arn;
  /** The name of the role in it, or `null`. */
  role: string | null;
}
