import { randomUUID } from 'node:crypto';
import type { Arn } from '../../../domain/aws.ts';
import type { Output } from '../wire/protocol.ts';
import type { Call } from './operation.ts';

/** Writes a change into CloudTrail, as AWS does, with the name of the person behind the session. */
export function recordCall(
  { estate, caller, region, input, at }: Call,
  call: { eventSource: string; eventName: string; resource: Arn; output: Output },
): void {
  const account = estate.accounts.find(({ id }) => id === caller.account);
  const records = account?.trail[region] ?? [];
  const { sourceIdentity } = caller;
  const sessionContext = {
    sessionIssuer: {
      type: 'Role',
      principalId: caller.role.id,
      arn: caller.role.arn,
      accountId: caller.account,
      userName: caller.role.name,
    },
    ...(sourceIdentity === null ? {} : { sourceIdentity }),
  };
  records.push({
    eventVersion: '1.11',
    eventID: randomUUID(),
    eventTime: at.toISOString(),
    eventSource: call.eventSource,
    eventName: call.eventName,
    eventType: 'AwsApiCall',
    awsRegion: region,
    recipientAccountId: caller.account,
    readOnly: false,
    userIdentity: {
      type: 'AssumedRole',
      principalId: caller.userId,
      arn: caller.arn,
      accountId: caller.account,
      accessKeyId: caller.accessKeyId,
      sessionContext,
    },
    requestParameters: { ...input },
    responseElements: { ...call.output },
    resources: [{ ARN: call.resource, accountId: caller.account }],
  });
  if (account !== undefined) account.trail[region] = records;
}
