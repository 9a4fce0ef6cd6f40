import type { EcrIncident } from '../../domain/check.ts';
import type { FindingData } from '../../domain/finding.ts';
import type { PolicyStatement } from '../../domain/policy-statement.ts';
import type { StatementChange } from '../../domain/statement-change.ts';
import { repositoryArn } from '../../semantics/repository-arn.ts';
import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'The policies of {{what}} allow what the pull asks for.' },
  'endpoint-policy-denies': {
    verdict: 'fail',
    says: 'The policy of endpoint {{what}} does not allow `{{actions}}` for this pull, so {{legs}} is answered with a denial there.',
  },
  'endpoint-policy-undecided': {
    verdict: 'unknown',
    says: 'Whether the policy of endpoint {{what}} allows `{{actions}}` depends on what is not known here.',
  },
  'endpoint-policy-unknown': {
    verdict: 'unknown',
    says: 'The policy of endpoint {{what}}, on the way to {{legs}}, could not be read.',
  },
} as const satisfies PathAnswers;

// Its step is that of a permission: whoever gets this far is answered, and denied.
export const endpointPolicyDenies = defineCheck({
  ...PATH_CHECK,
  id: 'endpoint-policy-denies',
  step: 'permission',
  question: 'Do the policies of the endpoints allow what a pull asks for?',
  answers,
  evaluate({ networkPaths }, incident) {
    const answered = pathAnswer(answers, ['full-access-policy', 'endpoint-policy-allows'], networkPaths, incident);
    const { answer, data = {} } = answered;
    const statements = answer === 'endpoint-policy-denies' ? [statementFor(data, incident)] : [];
    return { ...answered, data: { ...data, ...sayingOf(data, incident) }, statements };
  },
});

/** In IAM's words, where its sentence is about one of the actions that the endpoint does not allow. */
function sayingOf(data: FindingData, { denial }: EcrIncident): FindingData {
  const isNamed = denial !== null && data['actions']?.split(' ').includes(denial.action) === true;
  return isNamed ? { layer: 'VPC endpoint', action: denial.action } : {};
}

/** As narrow as the pull: its actions, on the one repository or on AWS's own bucket of layers. */
function statementFor(data: FindingData, { image }: EcrIncident): StatementChange {
  const statement: PolicyStatement = {
    Sid: 'EcrPull',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: data['actions']?.split(' ') ?? [],
    Resource: data['resource'] ?? repositoryArn(image.registry, image.repository),
  };
  const where = `the policy of endpoint \`${data['subject'] ?? ''}\`, unless a statement of it denies this`;
  return { kind: 'add', where, statement: JSON.stringify(statement) };
}
