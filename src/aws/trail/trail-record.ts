import { z } from 'zod';
import type { Arn, Timestamp } from '../../domain/aws.ts';
import { parseJson } from '../../lib/parse-json.ts';

/** One thing that was done, as CloudTrail records it. What was asked and answered is read by whoever knows the call. */
export interface TrailRecord {
  readonly at: Timestamp;
  /** `null`: a service of AWS, by itself. */
  readonly by: Arn | null;
  /** The program that called, in its own words. */
  readonly userAgent: string | null;
  readonly request: unknown;
  readonly response: unknown;
  /** What a service says of its own doing, where no call is behind it. */
  readonly details: unknown;
}

/** (AWS CloudTrail user guide, "CloudTrail record contents".) */
const RECORD = z.object({
  eventTime: z.iso.datetime(),
  userIdentity: z.object({ arn: z.string().optional() }),
  userAgent: z.string().optional(),
  errorCode: z.string().optional(),
  requestParameters: z.unknown().optional(),
  responseElements: z.unknown().optional(),
  serviceEventDetails: z.unknown().optional(),
});

/** A record out of the JSON text in `CloudTrailEvent`; `null` when the call failed, since then nothing was done. */
export function readTrailRecord(text: string): TrailRecord | null {
  const { data } = RECORD.safeParse(parseJson(text));
  if (data === undefined || data.errorCode !== undefined) return null;
  return {
    at: data.eventTime,
    by: data.userIdentity.arn ?? null,
    userAgent: data.userAgent ?? null,
    request: data.requestParameters,
    response: data.responseElements,
    details: data.serviceEventDetails,
  };
}

/** Whose repository a record must speak of: a call of ours may reach one of the same name in another account. */
export interface OwnedRepository {
  readonly account: string;
  readonly name: string;
}

const TARGET = z.object({ repositoryName: z.string(), registryId: z.string().optional() });

/** Without `registryId` a call means the registry of its caller, whose trail this is. */
export function isAbout(request: unknown, { account, name }: OwnedRepository): boolean {
  const { data } = TARGET.safeParse(request);
  return data?.repositoryName === name && (data.registryId ?? account) === account;
}
