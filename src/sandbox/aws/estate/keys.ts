import type { Arn, Timestamp } from '../../../domain/aws.ts';

/** A key of KMS, whose policy leaves everything to the IAM of its account, as the policy of a new key does. */
export interface Key {
  arn: Arn;
  createdAt: Timestamp;
  state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  /** `AWS`: made by a service for the account; nobody can disable it. */
  manager: 'AWS' | 'CUSTOMER';
  /** Set when, and only when, the key is to be deleted. */
  deletionAt: Timestamp | null;
  /** ARNs of the repositories that ECR holds its grants for. */
  repositories: Arn[];
}
