import {
  type EvaluationResult,
  paginateSimulatePrincipalPolicy,
  type SimulatePrincipalPolicyCommandInput,
} from '@aws-sdk/client-iam';
import type { Action, Arn, Region } from '../../../domain/aws.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { SimulatedAction, Simulation } from '../../../domain/facts/simulation.ts';
import { accountOf, partitionOfArn } from '../../../domain/arn.ts';
import { AwsTrouble, NO_SUCH_ENTITY } from '../../errors.ts';
import { everyItem } from '../../every-item.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

const ACTION = 'iam:SimulatePrincipalPolicy';
const TOKEN = ['ecr:GetAuthorizationToken'] as const;
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] as const;

/** What the simulator says of a role or a policy that it cannot simulate: no witness, and nothing of the pull. */
const NO_ANSWER = [
  ...NO_SUCH_ENTITY,
  'InvalidInputException',
  'InvalidInput',
  'PolicyEvaluationException',
  'PolicyEvaluation',
];

/**
 * A second witness of what we read ourselves, and the only one of service control policies. Where it may not be asked,
 * the first one stands alone: nothing becomes unknown for want of it.
 */
export const simulations = defineFact({
  name: 'simulations',
  actions: [ACTION],
  async read(reader) {
    const roles = await reader.learn('pullerRoles');
    const asked = roles.known ? roles.value.filter(({ exists }) => exists) : [];
    const found = await Promise.all(asked.map(({ arn }) => quietly(() => simulate(reader, arn))));
    const answered = found.filter((each) => each !== null);
    if (answered.length === 0) return { value: 'not-asked', evidence: [] };
    return {
      value: answered.map(({ simulation }) => simulation),
      evidence: answered.flatMap(({ evidence }) => evidence),
    };
  },
});

async function quietly<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AwsTrouble) return null;
    throw error;
  }
}

async function simulate(reader: Reader, role: Arn): Promise<{ simulation: Simulation; evidence: Evidence[] } | null> {
  const { image, place } = registryOf(reader);
  const repository = `arn:${partitionOfArn(role)}:ecr:${place.region}:${place.account}:repository/${image.repository}`;
  const answers = await Promise.all([
    askAbout(reader, role, place.region, TOKEN, '*'),
    askAbout(reader, role, place.region, PULL, repository),
  ]);
  const evidence = answers.flatMap((answer) => answer.evidence);
  const actions = answers.flatMap((answer) => answer.actions);
  return actions.length === 0 ? null : { simulation: { role, actions }, evidence };
}

/** One call for one resource: asked about several at once, it says little of each. */
async function askAbout(reader: Reader, role: Arn, region: Region, actions: readonly Action[], resource: string) {
  const input: SimulatePrincipalPolicyCommandInput = {
    PolicySourceArn: role,
    ActionNames: [...actions],
    ResourceArns: [resource],
    ContextEntries: knownKeys(region),
  };
  const { output, says } = await reader.ask(
    { account: accountOf(role), region },
    ACTION,
    ({ iam }) =>
      everyItem(paginateSimulatePrincipalPolicy({ client: iam }, input), ({ EvaluationResults }) => EvaluationResults),
    NO_ANSWER,
  );
  const simulated = (output ?? []).flatMap((result) => simulatedAction(result, actions, resource));
  const evidence = simulated.map((each) => says(`${each.action} on ${resource}`, describe(each)));
  return { actions: simulated, evidence };
}

/** What is true of every pull. Without the Region, a policy that shuts the others would shut this one too. */
function knownKeys(region: Region): SimulatePrincipalPolicyCommandInput['ContextEntries'] {
  return [
    entry('aws:RequestedRegion', 'string', region),
    entry('aws:SecureTransport', 'boolean', 'true'),
    entry('aws:ViaAWSService', 'boolean', 'false'),
    entry('aws:PrincipalIsAWSService', 'boolean', 'false'),
  ];
}

function entry(key: string, type: 'string' | 'boolean', value: string) {
  return { ContextKeyName: key, ContextKeyType: type, ContextKeyValues: [value] };
}

/** The decision at the top is a union over all resources; the one about this resource counts, where it is given. */
function simulatedAction(
  result: EvaluationResult,
  actions: readonly Action[],
  resource: string,
): readonly SimulatedAction[] {
  const action = actions.find((each) => each === result.EvalActionName);
  if (action === undefined) return [];
  const specific = result.ResourceSpecificResults?.find(({ EvalResourceName }) => EvalResourceName === resource);
  return [
    {
      action,
      resource,
      isAllowed: (specific?.EvalResourceDecision ?? result.EvalDecision) === 'allowed',
      isAllowedByOrganization: result.OrganizationsDecisionDetail?.AllowedByOrganizations ?? null,
      missingKeys: specific?.MissingContextValues ?? result.MissingContextValues ?? [],
    },
  ];
}

function describe({ isAllowed, isAllowedByOrganization }: SimulatedAction): string {
  const decision = isAllowed ? 'the simulator allows it' : 'the simulator denies it';
  if (isAllowedByOrganization === null) return decision;
  return `${decision}; the organization ${isAllowedByOrganization ? 'allows' : 'does not allow'} it`;
}
