/** A statement of an IAM policy or of a trust policy, as far as ecr-why writes any. It is sent and printed as it is. */
export interface PolicyStatement {
  /** Letters and digits only: IAM allows nothing else. */
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal?: { readonly AWS: string } | { readonly Service: string };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
