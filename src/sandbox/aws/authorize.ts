import type { Caller } from './caller.ts';
import { denialSentence } from './denial-sentence.ts';
import type { Estate } from './estate.ts';
import type { RequestContext } from './policy/condition.ts';
import { evaluateIdentity, evaluateResource, type PolicyAnswer, type PolicyRequest } from './policy/evaluate.ts';
import { boundaryOf, onEveryLevel, policiesOf, serviceControlPoliciesOf } from './policies-of.ts';
import { controlsOver } from './organization-policies.ts';
import { Refusal } from './wire/faults.ts';
import type { Objection, Wish } from './wish.ts';

/**
 * What speaks against a wish, or `null` when it is allowed. Within one account a grant by either side is enough; across
 * accounts both must grant. (IAM user guide, "Policy evaluation logic" and "Cross-account policy evaluation logic".)
 */
export function objectionTo(estate: Estate, caller: Caller, wish: Wish): Objection | null {
  const request = policyRequest(estate, caller, wish);
  const home = estate.accounts.find(({ id }) => id === caller.account);
  const isOwner = caller.account === wish.owner;

  const identity = isDeniedToReader(estate, caller, wish)
    ? 'silent'
    : evaluateIdentity(policiesOf(caller.role, home), request);
  const resource = strongest((wish.resourcePolicies ?? []).map((text) => evaluateResource(text, request)));
  const boundary = evaluateOptional(boundaryOf(caller.role, home), request);
  const session = evaluateOptional(caller.sessionPolicy, request);

  const controlled = onEveryLevel(serviceControlPoliciesOf(estate, caller.account), request);
  const guarded = wish.action.startsWith('ecr:')
    ? controlsOver(estate, wish.owner, 'RESOURCE_CONTROL_POLICY')
        .flat()
        .map((text) => evaluateResource(text, request))
    : [];

  if (controlled !== 'allow') return { layer: 'service control', explicit: controlled === 'deny' };
  if (guarded.includes('deny')) return { layer: 'resource control', explicit: true };
  if (identity === 'deny') return { layer: 'identity-based', explicit: true };
  if (resource === 'deny') return { layer: 'resource-based', explicit: true };
  if (boundary === 'deny') return { layer: 'permissions boundary', explicit: true };
  if (session === 'deny') return { layer: 'session', explicit: true };

  const isGrantedByResource = isOwner ? resource === 'allow' : resource !== 'silent';
  if (identity === 'silent' && !(isOwner && isGrantedByResource)) return { layer: 'identity-based', explicit: false };
  if (!isOwner && !isGrantedByResource) return { layer: 'resource-based', explicit: false };
  if (boundary === 'silent') return { layer: 'permissions boundary', explicit: false };
  if (session === 'silent') return { layer: 'session', explicit: false };
  return null;
}

/** @throws Refusal in AWS's own sentence. */
export function authorize(estate: Estate, caller: Caller, wish: Wish): void {
  const objection = objectionTo(estate, caller, wish);
  if (objection === null) return;
  throw new Refusal('denied', denialSentence(caller, wish, objection));
}

function isDeniedToReader(estate: Estate, caller: Caller, { action }: Wish): boolean {
  return caller.role.name === estate.readerRole && (estate.deniedToReader[caller.account]?.includes(action) ?? false);
}

/** A boundary or session policy that does not exist limits nothing. */
function evaluateOptional(text: string | null, request: PolicyRequest): PolicyAnswer {
  return text === null ? 'allow' : evaluateIdentity([text], request);
}

function strongest(answers: readonly PolicyAnswer[]): PolicyAnswer {
  return (['deny', 'allow', 'allow-for-account'] as const).find((answer) => answers.includes(answer)) ?? 'silent';
}

function policyRequest(estate: Estate, caller: Caller, wish: Wish): PolicyRequest {
  const known = {
    'aws:PrincipalArn': caller.role.arn,
    'aws:PrincipalAccount': caller.account,
    'aws:PrincipalOrgID': estate.organization,
    'aws:ResourceAccount': wish.owner,
    ...(caller.sourceIdentity === null ? {} : { 'aws:SourceIdentity': caller.sourceIdentity }),
    // Of a tag that role and session both have, the session's counts. (IAM user guide, "Pass session tags in AWS STS".)
    ...Object.fromEntries(
      Object.entries({ ...caller.role.tags, ...caller.tags }).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
    ),
    ...wish.context,
  };
  const context: RequestContext = new Map(Object.entries(known).map(([key, value]) => [key.toLowerCase(), [value]]));
  const principal = { account: caller.account, roleArn: caller.role.arn, sessionArn: caller.arn };
  return { action: wish.action, resource: wish.resource, principal, context };
}
