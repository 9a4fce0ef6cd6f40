import { PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { z } from 'zod';
import type { Action } from '../domain/aws.ts';
import { TAG_MUTABILITIES } from '../domain/facts.ts';
import type { ApiCall, Fix } from '../domain/fix.ts';
import type { Clients } from './clients.ts';
import { troubleReason } from './errors.ts';
import type { Identities } from './identities.ts';

/** Who approved, and under which request it can be found again in CloudTrail. */
export interface Approval {
  /** `SourceIdentity` of the session: 2 to 64 of `[\w+=,.@-]`. */
  readonly person: string;
  readonly request: string;
}

type Sender = (clients: Clients, input: ApiCall['input']) => Promise<unknown>;

const TagMutabilityInput = z.strictObject({
  registryId: z.string(),
  repositoryName: z.string(),
  imageTagMutability: z.enum(TAG_MUTABILITIES),
  imageTagMutabilityExclusionFilters: z
    .array(z.strictObject({ filterType: z.literal('WILDCARD'), filter: z.string() }))
    .optional(),
});

/** The closed catalogue of what may ever be changed. The fix policy in docs/iam is generated from its keys. */
export const SENDERS: Readonly<Record<Action, Sender>> = {
  'ecr:PutImageTagMutability': ({ ecr }, input) => {
    const { imageTagMutabilityExclusionFilters: filters, ...rest } = TagMutabilityInput.parse(input);
    return ecr.send(
      new PutImageTagMutabilityCommand({ ...rest, ...(filters && { imageTagMutabilityExclusionFilters: filters }) }),
    );
  },
};

/**
 * Sends exactly the calls of an approved fix, in order, each in a session of the fixing role that may do nothing else.
 * Stops at the first that AWS refuses and answers with its reason.
 */
export async function sendFix(
  identities: Identities,
  calls: Fix['calls'],
  approval: Approval,
): Promise<{ refused: string | null }> {
  for (const call of calls) {
    const refused = await sendCall(identities, call, approval);
    if (refused !== null) return { refused };
  }
  return { refused: null };
}

async function sendCall(identities: Identities, call: ApiCall, approval: Approval): Promise<string | null> {
  const role = identities.account(call.place.account)?.fixRole;
  if (role == null) return `account ${call.place.account} has no fixing role in ecr-why.yml`;
  const send = SENDERS[call.action];
  if (send === undefined) return `${call.action} is not among the calls that ecr-why may make`;
  const clients = identities.fixing(call.place, role, { policy: sessionPolicy(call), ...approval });
  try {
    await send(clients, call.input);
    return null;
  } catch (error) {
    if (troubleReason(error) === null && !isServiceAnswer(error)) throw error;
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** What the role may do cut down to this one call: the session can touch nothing else. */
function sessionPolicy({ action, resource }: ApiCall): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  });
}

/** An error that the service answered with: a refusal, not a bug of ours. */
function isServiceAnswer(error: unknown): boolean {
  return error instanceof Error && '$fault' in error;
}
