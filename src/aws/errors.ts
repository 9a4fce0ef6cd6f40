import { partitionOfArn } from '../domain/arn.ts';
import type { AccountId, Action, Arn, Place } from '../domain/aws.ts';
import type { Gap, GapReason, ReadSoFar } from '../domain/evidence.ts';
import type { FactName } from '../domain/facts.ts';
import { READING } from './permissions/reading/index.ts';
import { resourcesFor } from './permissions/statements.ts';

/** Trouble reaching AWS: something about us and nothing about the pull. Made here and nowhere else. */
export class AwsTrouble extends Error {
  override readonly name = 'AwsTrouble';
  readonly reason: GapReason;
  readonly action: Action | null;
  readonly place: Place | null;
  readonly role: Arn | null;
  readonly self: Arn | null;
  readonly read: ReadSoFar | null;

  constructor(reason: GapReason, about: TroubleDetail, cause?: unknown) {
    super(`${about.action ?? 'AWS'}: ${reason}`, { cause });
    this.reason = reason;
    this.action = about.action ?? null;
    this.place = about.place ?? null;
    this.role = about.role ?? null;
    this.self = about.self ?? null;
    this.read = about.read ?? null;
  }
}

/** The same as a gap in what is known. */
export function gapOf(fact: FactName, { reason, action, place, role, self, read }: AwsTrouble): Gap {
  const { account = null, region = null } = place ?? {};
  const resources = reason === 'denied' && action !== null ? reachOf(action, account, role) : [];
  return {
    fact,
    reason,
    action,
    account,
    region,
    role,
    self,
    ...(resources.length > 0 && { resources }),
    ...(read !== null && { read }),
  };
}

function reachOf(action: Action, account: AccountId | null, role: Arn | null): readonly string[] {
  return resourcesFor(READING, action, { partition: partitionOfArn(role ?? ''), account: account ?? '*' });
}

/** A gap as the trouble that it came from, for what cannot go on without. */
export function troubleOf({ reason, action, account, region, role, self, read }: Gap): AwsTrouble {
  const place = account === null ? undefined : { account, region: region ?? '' };
  return new AwsTrouble(reason, {
    ...(action !== null && { action }),
    ...(place !== undefined && { place }),
    role,
    self,
    ...(read !== undefined && { read }),
  });
}

export interface TroubleDetail {
  readonly action?: Action;
  readonly place?: Place;
  readonly role?: Arn | null;
  readonly self?: Arn | null;
  readonly read?: ReadSoFar;
}

/** Codes as the services spell them: ECR, ECS and CloudTrail; IAM and STS; EC2. */
const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation', 'UnauthorizedException']);

const THROTTLED = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
]);

/** A Region that is not enabled, a session that ended: we are not let in, whatever we ask. */
const NOT_LET_IN = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'ExpiredToken',
  'ExpiredTokenException',
  'OptInRequired',
  'AuthFailure',
]);

/** What IAM says of a role, a policy or a profile that does not exist, in its two spellings. */
export const NO_SUCH_ENTITY: readonly string[] = ['NoSuchEntityException', 'NoSuchEntity'];

/** What a connection that failed, or a service in trouble, looks like to the SDK. */
const UNREACHABLE = new Set([
  'TimeoutError',
  'NetworkingError',
  'AbortError',
  'ServerException',
  'InternalServerException',
  'ServiceUnavailable',
  'InternalFailure',
  'InternalError',
]);

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EPIPE',
  'EHOSTUNREACH',
]);

/** What a service says of a call that it does not know: an older one, or one that only acts like AWS. */
const UNKNOWN_CALL = new Set(['UnknownOperationException', 'InvalidAction']);

/** Whether the service answered that it knows no such call, or in a way in which it answers nothing that it knows. */
export function isUnknownCall({ cause }: AwsTrouble): boolean {
  return UNKNOWN_CALL.has(errorName(cause)) || httpStatus(cause) === 501 || isUnreadable(cause);
}

/** The name by which AWS calls an error, or an empty text when it is none of AWS's. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Why a call of ours failed; `null` when the error is a bug of ours and must be thrown on. */
export function troubleReason(error: unknown): GapReason | null {
  const name = errorName(error);
  if (name === 'CredentialsProviderError') return 'no-credentials';
  if (DENIED.has(name)) return 'denied';
  if (THROTTLED.has(name)) return 'throttled';
  if (NOT_LET_IN.has(name) || UNREACHABLE.has(name) || UNKNOWN_CALL.has(name)) return 'unavailable';
  if (error instanceof Error && 'code' in error && CONNECTION_CODES.has(String(error.code))) return 'unavailable';
  if (isUnreadable(error)) return 'unavailable';
  const status = httpStatus(error);
  return status !== null && (status >= 500 || status === 404) ? 'unavailable' : null;
}

/**
 * An answer that is not the service's: a page of a proxy, a load balancer or an emulator. The SDK keeps the response
 * beside every error that it read out of one, and `$fault` only beside those that the service sent.
 */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Error && '$response' in error && !('$fault' in error);
}

function httpStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return null;
  const { $metadata } = error;
  if (typeof $metadata !== 'object' || $metadata === null || !('httpStatusCode' in $metadata)) return null;
  return typeof $metadata.httpStatusCode === 'number' ? $metadata.httpStatusCode : null;
}
