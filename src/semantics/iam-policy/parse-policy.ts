import type {
  PatternList,
  PolicyCondition,
  PolicyDocument,
  PolicyStatement,
  PrincipalEntry,
  PrincipalList,
} from './document.ts';

export type ParsedPolicy = { readonly document: PolicyDocument } | { readonly problem: string };

/**
 * Reads a policy from its JSON value, decoded by the caller. One value or a list, a number or a Boolean where text is
 * due: as tolerant as AWS is. What AWS would refuse is a problem, in words; nothing is thrown.
 */
export function parsePolicy(json: unknown): ParsedPolicy {
  if (!isRecord(json)) return { problem: 'The policy is not a JSON object.' };
  const version = json['Version'] ?? '2008-10-17';
  if (version !== '2008-10-17' && version !== '2012-10-17') return { problem: 'The policy has an unknown Version.' };
  const raw = json['Statement'];
  if (raw === undefined) return { problem: 'The policy has no Statement.' };
  const statements: PolicyStatement[] = [];
  for (const [index, entry] of asList(raw).entries()) {
    const parsed = parseStatement(entry);
    if (typeof parsed === 'string') return { problem: `Statement ${index} ${parsed}` };
    statements.push(parsed);
  }
  return { document: { version, statements } };
}

/** The statement, or what is wrong with it. */
function parseStatement(json: unknown): PolicyStatement | string {
  if (!isRecord(json)) return 'is not a JSON object.';
  const effect = json['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') return 'has no Effect of Allow or Deny.';
  const actions = parsePatterns(json, 'Action');
  if (actions === null) return 'names no Action.';
  if (actions === 'malformed') return 'has a malformed Action.';
  const resources = parsePatterns(json, 'Resource');
  if (resources === 'malformed') return 'has a malformed Resource.';
  const principals = parsePrincipals(json);
  if (principals === 'malformed') return 'has a malformed Principal.';
  const conditions = parseConditions(json['Condition']);
  if (conditions === 'malformed') return 'has a malformed Condition.';
  const sid = json['Sid'];
  return { ...(typeof sid === 'string' ? { sid } : {}), effect, principals, actions, resources, conditions };
}

/** `X` or `NotX`; both at once are malformed. */
function parsePatterns(statement: JsonRecord, element: 'Action' | 'Resource'): PatternList | null | 'malformed' {
  const [plain, negated] = [statement[element], statement[`Not${element}`]];
  if (plain !== undefined && negated !== undefined) return 'malformed';
  const raw = plain ?? negated;
  if (raw === undefined) return null;
  const patterns = asTexts(raw);
  return patterns === null ? 'malformed' : { negated: negated !== undefined, patterns };
}

function parsePrincipals(statement: JsonRecord): PrincipalList | null | 'malformed' {
  const [plain, negated] = [statement['Principal'], statement['NotPrincipal']];
  if (plain !== undefined && negated !== undefined) return 'malformed';
  const raw = plain ?? negated;
  if (raw === undefined) return null;
  if (raw === '*') return { negated: negated !== undefined, entries: [{ type: 'AWS', value: '*' }] };
  if (!isRecord(raw)) return 'malformed';
  const entries: PrincipalEntry[] = [];
  for (const [type, value] of Object.entries(raw)) {
    const values = asTexts(value);
    if (!isPrincipalType(type) || values === null) return 'malformed';
    entries.push(...values.map((text) => ({ type, value: text })));
  }
  return { negated: negated !== undefined, entries };
}

const PRINCIPAL_TYPES: readonly string[] = [
  'AWS',
  'Service',
  'Federated',
  'CanonicalUser',
] satisfies PrincipalEntry['type'][];

function isPrincipalType(text: string): text is PrincipalEntry['type'] {
  return PRINCIPAL_TYPES.includes(text);
}

function parseConditions(json: unknown): readonly PolicyCondition[] | 'malformed' {
  if (json === undefined) return [];
  if (!isRecord(json)) return 'malformed';
  const conditions: PolicyCondition[] = [];
  for (const [operator, keys] of Object.entries(json)) {
    if (!isRecord(keys)) return 'malformed';
    for (const [key, raw] of Object.entries(keys)) {
      const values = asTexts(raw);
      if (values === null) return 'malformed';
      conditions.push({ operator, key, values });
    }
  }
  return conditions;
}

type JsonRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Texts, with numbers and Booleans written out; `null` when anything else is among them. */
function asTexts(value: unknown): readonly string[] | null {
  const texts: string[] = [];
  for (const entry of asList(value)) {
    if (typeof entry !== 'string' && typeof entry !== 'number' && typeof entry !== 'boolean') return null;
    texts.push(String(entry));
  }
  return texts;
}
