import type {
  AccessLack,
  ActualValue,
  FailingCondition,
  NearlyAllows,
  QuotedStatement,
} from '../../../domain/access-lack.ts';
import type { ControlPolicies } from '../../../domain/facts/organization.ts';
import { parseJson } from '../../../lib/parse-json.ts';
import {
  type AccessDecision,
  type AccessRequest,
  contextOf,
  type NamedDocument,
  type NearMiss,
  type PolicyCondition,
  type PolicySet,
  type StatementRef,
} from '../../../semantics/iam-policy/index.ts';
import { describeStatement, documentsOf } from '../../describe-decision.ts';
import { levelOf } from './controls.ts';

/** `${key}` or `${key, 'default'}`. (IAM user guide, "Policy variables".) */
const VARIABLE = /\$\{([^{},]*)(?:,[^}]*)?\}/g;
/** What stands so for a character, and for no key. */
const ESCAPED: ReadonlySet<string> = new Set(['', '*', '?', '$']);

type LayerDecision = AccessDecision['layers'][number];

/** Why a decision is not a yes: what would have to change for it to be one. `undefined` when it is. */
export function lackOf(
  decision: AccessDecision,
  policies: PolicySet,
  request: AccessRequest,
  controls?: ControlPolicies,
): AccessLack | undefined {
  if (decision.outcome === 'allowed') return undefined;
  const concerned = decision.layers.filter(({ layer, result }) =>
    decision.outcome === 'denied' ? decision.blockedBy.includes(layer) : result === 'unknown',
  );
  const documents = concerned.flatMap((each) => documentsIn(each, policies));
  const level = concerned.map((each) => levelOf(each, controls)).find((found) => found !== undefined);
  const denying = concerned.find(({ result }) => result === 'denied')?.statement;
  return {
    layers: [...new Set(concerned.map(({ layer }) => layerName(layer)))],
    documents: concerned.flatMap((each) =>
      documentsIn(each, policies).map(({ name }) => ({ layer: layerName(each.layer), name })),
    ),
    ...(level !== undefined && { level }),
    denial: denying === undefined ? null : quote(denying, documents),
    nearly: concerned.flatMap(({ layer, nearMisses }) =>
      nearMisses.map((miss) => nearly(layerName(layer), miss, documents, request)),
    ),
    missingKeys: decision.missingKeys,
  };
}

/** AWS's own sentence calls the policy of a registry resource-based too. */
function layerName(layer: LayerDecision['layer']): string {
  return layer === 'registry' ? 'resource-based' : layer;
}

/** Of the policies of an organization, those of the level that says no: the others need no change. */
function documentsIn({ layer, level }: LayerDecision, policies: PolicySet): readonly NamedDocument[] {
  const documents = level === undefined ? documentsOf(layer, policies) : documentsAt(layer, level, policies);
  return documents === 'unknown' ? [] : documents;
}

function documentsAt(
  layer: LayerDecision['layer'],
  level: number,
  { serviceControl, resourceControl }: PolicySet,
): readonly NamedDocument[] | 'unknown' {
  const levels = layer === 'service control' ? serviceControl : resourceControl;
  return levels === null || levels === 'unknown' ? 'unknown' : (levels[level] ?? []);
}

function nearly(
  layer: string,
  { statement, fails, conditions }: NearMiss,
  documents: readonly NamedDocument[],
  request: AccessRequest,
): NearlyAllows {
  const parsed = parsedStatement(statement, documents);
  return {
    ...quote(statement, documents),
    layer,
    fails,
    principals: parsed?.principals?.entries.map(({ value }) => value) ?? [],
    resources: parsed?.resources?.patterns ?? [],
    conditions: conditions.map((condition) => failing(condition, request)),
  };
}

function failing(condition: PolicyCondition, request: AccessRequest): FailingCondition {
  const variables = variablesIn(condition.values).map((key) => ({ key, actual: actualValue(key, request) }));
  return {
    ...condition,
    actual: actualValue(condition.key, request),
    ...(variables.length > 0 && { variables }),
  };
}

function variablesIn(values: readonly string[]): readonly string[] {
  const keys = values.flatMap((value) => [...value.matchAll(VARIABLE)].map(([, key = '']) => key.trim()));
  return [...new Set(keys)].filter((key) => !ESCAPED.has(key));
}

function parsedStatement({ document: name, index }: StatementRef, documents: readonly NamedDocument[]) {
  const found = documents.find((document) => document.name === name)?.document;
  return found === undefined || found === 'unknown' ? undefined : found.statements[index];
}

function actualValue(key: string, request: AccessRequest): ActualValue {
  const found = contextOf(request)(key);
  return found.state === 'unknown' || found.state === 'absent' ? found.state : found.values;
}

function quote(statement: StatementRef, documents: readonly NamedDocument[]): QuotedStatement {
  const text = documents.find(({ name }) => name === statement.document)?.text ?? '';
  return { name: describeStatement(statement), json: JSON.stringify(statementOf(text, statement.index)) ?? '' };
}

/** IAM lets authors write one statement without a list around it. */
function statementOf(text: string, index: number): unknown {
  const document = parseJson(text);
  if (typeof document !== 'object' || document === null || !('Statement' in document)) return undefined;
  return [document.Statement].flat()[index];
}
