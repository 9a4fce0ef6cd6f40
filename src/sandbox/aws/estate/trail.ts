import type { Timestamp } from '../../../domain/aws.ts';

/**
 * One CloudTrail record, in CloudTrail's own field names: the JSON that `LookupEvents` returns as text.
 * (AWS CloudTrail user guide, "CloudTrail record contents".)
 */
export interface CloudTrailRecord {
  eventVersion: string;
  eventID: string;
  eventTime: Timestamp;
  eventSource: string;
  eventName: string;
  eventType: 'AwsApiCall' | 'AwsServiceEvent';
  awsRegion: string;
  recipientAccountId: string;
  readOnly: boolean;
  userIdentity: Record<string, unknown>;
  sourceIPAddress?: string;
  userAgent?: string;
  requestParameters?: Record<string, unknown> | null;
  responseElements?: Record<string, unknown> | null;
  serviceEventDetails?: Record<string, unknown>;
  errorCode?: string;
  errorMessage?: string;
  resources?: { ARN: string; accountId: string; type?: string }[];
}
