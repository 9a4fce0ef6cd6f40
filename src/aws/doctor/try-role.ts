import { AssumeRoleCommand, type AssumeRoleCommandInput, type STSClient } from '@aws-sdk/client-sts';
import type { AccountId, Action } from '../../domain/aws.ts';
import { accountOf } from '../../domain/arn.ts';
import { readRefusal } from './aws-answer.ts';
import { NOBODY } from './probe.ts';

export type RoleAnswer =
  | { readonly opens: true; readonly account: AccountId }
  /** `refused`: the action that AWS refused; `null` when it said neither yes nor no. */
  | { readonly opens: false; readonly refused: Action | null; readonly found: string };

export type RoleParams = Pick<AssumeRoleCommandInput, 'RoleArn' | 'ExternalId' | 'SourceIdentity' | 'Tags'>;

/** A session under this policy can do nothing at all: it is only there to see whether the door opens. */
const NOTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
});

/** Whether a role lets us in. The session is thrown away. */
export async function tryRole(sts: STSClient, params: RoleParams): Promise<RoleAnswer> {
  const command = new AssumeRoleCommand({ ...params, RoleSessionName: NOBODY, DurationSeconds: 900, Policy: NOTHING });
  try {
    const { AssumedRoleUser } = await sts.send(command);
    return { opens: true, account: accountOf(AssumedRoleUser?.Arn ?? '') };
  } catch (error) {
    const { isDenial, action, found } = readRefusal(error);
    return { opens: false, refused: isDenial ? (action ?? 'sts:AssumeRole') : null, found };
  }
}
