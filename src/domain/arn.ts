import type { AccountId, Arn } from './aws.ts';

/** Whose resource it is; an empty text where the ARN names no account, and of what is no ARN. */
export function accountOf(arn: Arn): AccountId {
  return arn.split(':')[4] ?? '';
}

/** `aws` of `arn:aws:iam::…`. */
export function partitionOfArn(arn: Arn): string {
  return arn.split(':')[1] ?? 'aws';
}

/** The name behind all slashes: `web` of `arn:aws:ecs:…:service/prod/web`; a bare name is its own last part. */
export function lastPart(arn: Arn): string {
  return arn.split('/').at(-1) ?? arn;
}
