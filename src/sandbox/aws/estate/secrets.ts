import type { Arn, Timestamp } from '../../../domain/aws.ts';

/** A secret of Secrets Manager. What it holds is nobody's business here. */
export interface Secret {
  arn: Arn;
  name: string;
  createdAt: Timestamp;
  /** When it was scheduled for deletion. */
  deletedAt: Timestamp | null;
  /** `null`: the AWS managed key, which AWS leaves out of its answers. */
  kmsKeyId: string | null;
}
