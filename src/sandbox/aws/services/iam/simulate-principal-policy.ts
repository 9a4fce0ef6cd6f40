import type { Action } from '../../../../domain/aws.ts';
import type { Role } from '../../estate.ts';
import { boundaryOf, onEveryLevel, policiesOf, serviceControlPoliciesOf } from '../../policies-of.ts';
import type { RequestContext } from '../../policy/condition.ts';
import { evaluateIdentity, type PolicyAnswer, type PolicyRequest } from '../../policy/evaluate.ts';
import { structuresOf, textOf, textsOf } from '../../wire/input.ts';
import type { Output } from '../../wire/protocol.ts';
import type { Wish } from '../../wish.ts';
import type { Call, Operation } from '../operation.ts';
import { noSuchEntity } from './role.ts';

/**
 * What a role may do by its own policies, its boundary and the organization's service control policies; of policies of
 * resources the real one knows nothing for a role either. (IAM API reference, SimulatePrincipalPolicy.)
 */
export const simulatePrincipalPolicy: Operation = {
  wishes: (call, action: Action): readonly Wish[] => [
    { action, resource: textOf(call.input, 'PolicySourceArn') ?? '', owner: call.caller.account },
  ],
  answer(call) {
    const role = findSource(call);
    const resources = textsOf(call.input, 'ResourceArns');
    const asked = textsOf(call.input, 'ActionNames').flatMap((action) =>
      (resources.length === 0 ? ['*'] : resources).map((resource) => ({ action, resource })),
    );
    return { EvaluationResults: asked.map((each) => evaluation(call, role, each)), IsTruncated: false };
  },
};

/** @throws AwsFault `NoSuchEntity` */
function findSource({ estate, caller, input }: Call): Role {
  const arn = textOf(input, 'PolicySourceArn') ?? '';
  const role = estate.accounts.find(({ id }) => id === caller.account)?.roles.find((each) => each.arn === arn);
  if (role === undefined) throw noSuchEntity(`The entity ${arn} cannot be found.`);
  return role;
}

function evaluation(call: Call, role: Role, { action, resource }: { action: string; resource: string }): Output {
  const { estate, caller } = call;
  const home = estate.accounts.find(({ id }) => id === caller.account);
  const principal = { account: caller.account, roleArn: role.arn, sessionArn: role.arn };
  const request: PolicyRequest = { action, resource, principal, context: contextOf(call, role) };
  const identity = evaluateIdentity(estate.simulatorLag[role.arn] ?? policiesOf(role, home), request);
  const boundary = boundaryOf(role, home);
  const bounded: PolicyAnswer = boundary === null ? 'allow' : evaluateIdentity([boundary], request);
  const controlled = onEveryLevel(serviceControlPoliciesOf(estate, caller.account), request);
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: decisionOf([identity, bounded, controlled]),
    MissingContextValues: [],
    OrganizationsDecisionDetail: { AllowedByOrganizations: controlled === 'allow' },
    ...(boundary !== null && {
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: bounded === 'allow' },
    }),
  };
}

function decisionOf(answers: readonly PolicyAnswer[]): string {
  if (answers.includes('deny')) return 'explicitDeny';
  return answers.every((answer) => answer === 'allow') ? 'allowed' : 'implicitDeny';
}

function contextOf({ estate, caller, input }: Call, role: Role): RequestContext {
  const told = structuresOf(input, 'ContextEntries').map((entry): [string, readonly string[]] => [
    (textOf(entry, 'ContextKeyName') ?? '').toLowerCase(),
    textsOf(entry, 'ContextKeyValues'),
  ]);
  return new Map<string, readonly string[]>([
    ['aws:principalarn', [role.arn]],
    ['aws:principalaccount', [caller.account]],
    ['aws:principalorgid', [estate.organization]],
    ...Object.entries(role.tags).map(([key, value]): [string, string[]] => [
      `aws:principaltag/${key.toLowerCase()}`,
      [value],
    ]),
    ...told,
  ]);
}
