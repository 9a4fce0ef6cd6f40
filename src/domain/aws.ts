/** An AWS account id: twelve digits, as a string (leading zeros count). */
export type AccountId = string;

/** A Region's code, such as `eu-west-1`. */
export type Region = string;

/** An Amazon Resource Name. */
export type Arn = string;

/** An IAM action, as a policy would spell it: `ecr:DescribeImages`. */
export type Action = `${string}:${string}`;

/** ISO 8601, in UTC. Text, so that it survives a queue. */
export type Timestamp = string;

/** One Region of one account. No call is ever made without saying both. */
export interface Place {
  readonly account: AccountId;
  readonly region: Region;
}
