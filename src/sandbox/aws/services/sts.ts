import type { Action, Arn } from '../../../domain/aws.ts';
import { objectionTo } from '../authorize.ts';
import type { Role } from '../estate.ts';
import { parsePolicy } from '../policy/statement.ts';
import { assumedRoleArn, mintCredentials } from '../session.ts';
import { AwsFault, Refusal } from '../wire/faults.ts';
import { numberOf, structuresOf, textOf } from '../wire/input.ts';
import type { Input, Output } from '../wire/protocol.ts';
import { queryProtocol } from '../wire/query.ts';
import type { Call, Service } from './operation.ts';

const ROLE_ARN = /^arn:aws:iam::(?<account>\d{12}):role\/.+$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const USUAL_SECONDS = 3600;
/** A session that was itself assumed cannot ask for longer: AWS calls it role chaining. */
const MOST_CHAINED_SECONDS = 3600;
const MOST_POLICY_CHARACTERS = 2048;

export const sts: Service = {
  protocol: queryProtocol,
  isGlobal: true,
  operations: {
    // AWS lets every valid caller ask who it is, whatever its policies say.
    GetCallerIdentity: { wishes: () => [], answer: getCallerIdentity },
    // The operation decides itself, because a role's trust is a part of the decision.
    AssumeRole: { wishes: () => [], answer: assumeRole },
  },
};

function getCallerIdentity({ caller }: Call): Output {
  return { Arn: caller.arn, UserId: caller.userId, Account: caller.account };
}

function assumeRole(call: Call): Output {
  const roleArn = textOf(call.input, 'RoleArn') ?? '';
  const sessionName = textOf(call.input, 'RoleSessionName') ?? '';
  const seconds = numberOf(call.input, 'DurationSeconds') ?? USUAL_SECONDS;
  const policy = textOf(call.input, 'Policy') ?? null;
  const account = ROLE_ARN.exec(roleArn)?.groups?.['account'];
  if (account === undefined) throw invalid(`${roleArn} is invalid`);
  if (!SESSION_NAME.test(sessionName))
    throw invalid(`Value '${sessionName}' at 'roleSessionName' failed to satisfy constraint`);
  if (seconds > MOST_CHAINED_SECONDS) {
    throw invalid('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining');
  }
  if (policy !== null) checkPolicy(policy);

  const role = findTrustingRole(call, account, roleArn);
  const sourceIdentity = textOf(call.input, 'SourceIdentity') ?? null;
  const expiresAt = new Date(call.at.getTime() + seconds * 1000).toISOString();
  const credentials = mintCredentials({
    account,
    roleName: role.name,
    sessionName,
    policy,
    sourceIdentity,
    tags: tagsOf(call.input),
    expiresAt,
  });
  return {
    Credentials: {
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: expiresAt,
    },
    AssumedRoleUser: {
      AssumedRoleId: `${role.id}:${sessionName}`,
      Arn: assumedRoleArn(account, role.name, sessionName),
    },
    SourceIdentity: sourceIdentity,
  };
}

function checkPolicy(policy: string): void {
  if (policy.length > MOST_POLICY_CHARACTERS)
    throw invalid(`Member must have length less than or equal to ${MOST_POLICY_CHARACTERS}`);
  if (parsePolicy(policy) === undefined)
    throw new AwsFault('MalformedPolicyDocument', 'This policy contains invalid Json');
}

/** @throws Refusal when the role does not exist or does not trust: AWS does not tell the two apart. */
function findTrustingRole(call: Call, account: string, roleArn: Arn): Role {
  const role = call.estate.accounts.find(({ id }) => id === account)?.roles.find(({ arn }) => arn === roleArn);
  const denied = role === undefined ? 'sts:AssumeRole' : deniedAction(call, account, role);
  if (role === undefined || denied !== undefined) {
    throw new Refusal('denied', notAuthorized(call.caller.arn, denied ?? 'sts:AssumeRole', roleArn));
  }
  return role;
}

/** A source identity and session tags are permissions of their own: without them the whole call is refused. */
function deniedAction({ estate, caller, input }: Call, account: string, role: Role): Action | undefined {
  const actions: readonly Action[] = [
    'sts:AssumeRole',
    ...(textOf(input, 'SourceIdentity') === undefined ? [] : ['sts:SetSourceIdentity' as const]),
    ...(structuresOf(input, 'Tags').length === 0 ? [] : ['sts:TagSession' as const]),
  ];
  const wish = {
    resource: role.arn,
    owner: account,
    resourcePolicies: [role.trustPolicy],
    context: trustContext(input),
  };
  return actions.find((action) => objectionTo(estate, caller, { ...wish, action }) !== null);
}

/** Across accounts AWS ends the sentence here: it does not tell a stranger what the trust policy lacks. */
function notAuthorized(caller: Arn, action: string, role: Arn): string {
  return `User: ${caller} is not authorized to perform: ${action} on resource: ${role}`;
}

function trustContext(input: Input): Record<string, string> {
  const given = {
    'sts:ExternalId': textOf(input, 'ExternalId'),
    'sts:SourceIdentity': textOf(input, 'SourceIdentity'),
    'sts:RoleSessionName': textOf(input, 'RoleSessionName'),
  };
  const tags = Object.entries(tagsOf(input)).map(([key, value]) => [`aws:RequestTag/${key}`, value] as const);
  return Object.fromEntries(
    [...Object.entries(given), ...tags].filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function tagsOf(input: Input): Record<string, string> {
  return Object.fromEntries(
    structuresOf(input, 'Tags').map((tag) => [textOf(tag, 'Key') ?? '', textOf(tag, 'Value') ?? '']),
  );
}

const invalid = (message: string): AwsFault => new AwsFault('ValidationError', message);
