import { PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { z } from 'zod';
import type { Action } from '../domain/aws.ts';
import { TAG_MUTABILITIES } from '../domain/facts/registry.ts';
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

/** `lost`: sent, but no answer came back, so AWS may have taken it or not. */
type Answer = 'taken' | 'lost' | { readonly refused: string };

/**
 * Sends exactly the calls of an approved fix, in order, each in a session of the fixing role that may do nothing else.
 * Stops at the first that AWS refuses and answers with its reason. Stops too where an answer is lost, and that is no
 * refusal: whoever asked must read the state again, as after a success.
 */
export async function sendFix(
  identities: Identities,
  calls: Fix['calls'],
  approval: Approval,
): Promise<{ refused: string | null }> {
  for (const call of calls) {
    const answer = await sendCall(identities, call, approval);
    if (answer === 'lost') break;
    if (answer !== 'taken') return answer;
  }
  return { refused: null };
}

async function sendCall(identities: Identities, call: ApiCall, approval: Approval): Promise<Answer> {
  const role = identities.account(call.place.account)?.fixRole;
  if (role == null) return { refused: `account ${call.place.account} has no fixing role in ecr-why.yml` };
  const send = SENDERS[call.action];
  if (send === undefined) return { refused: `${call.action} is not among the calls that ecr-why may make` };
  const clients = identities.fixing(call.place, role, { policy: sessionPolicy(call), ...approval });
  try {
    await clients.sts.config.credentials();
  } catch (error) {
    // Without a session nothing was sent, whatever the reason.
    if (troubleReason(error) === null && faultOf(error) === null) throw error;
    return { refused: reasonOf(error) };
  }
  try {
    await send(clients, call.input);
    return 'taken';
  } catch (error) {
    if (faultOf(error) === 'client') return { refused: reasonOf(error) };
    if (faultOf(error) === 'server' || troubleReason(error) !== null) return 'lost';
    throw error;
  }
}

/** What the role may do cut down to this one call: the session can touch nothing else. */
function sessionPolicy({ action, resource }: ApiCall): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  });
}

/** Whose fault the service says it is: `client`, a refusal; `null` when the service has said nothing. */
function faultOf(error: unknown): 'client' | 'server' | null {
  if (!(error instanceof Error) || !('$fault' in error)) return null;
  return error.$fault === 'server' ? 'server' : 'client';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
