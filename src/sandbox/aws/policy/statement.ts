import { parseJson } from '../../../lib/parse-json.ts';

/** One statement of a policy, with every shorthand written out. `null` means that the element is absent. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[] | null;
  readonly notActions: readonly string[] | null;
  readonly resources: readonly string[] | null;
  readonly notResources: readonly string[] | null;
  readonly principals: readonly string[] | null;
  readonly notPrincipals: readonly string[] | null;
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The statements of a policy text, or `undefined` when the text is no policy. */
export function parsePolicy(text: string): readonly Statement[] | undefined {
  const document = parseJson(text);
  if (!isJson(document)) return undefined;
  const statements = [document['Statement']].flat();
  return statements.every(isJson) ? statements.map(toStatement) : undefined;
}

function toStatement(json: Json): Statement {
  return {
    effect: json['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    actions: texts(json['Action']),
    notActions: texts(json['NotAction']),
    resources: texts(json['Resource']),
    notResources: texts(json['NotResource']),
    principals: principals(json['Principal']),
    notPrincipals: principals(json['NotPrincipal']),
    conditions: isJson(json['Condition']) ? conditions(json['Condition']) : [],
  };
}

function texts(value: unknown): readonly string[] | null {
  return value === undefined ? null : [value].flat().map(String);
}

/** `{"AWS": …}` and `{"Service": …}` alike: an ARN and a host name cannot be taken for one another. */
function principals(value: unknown): readonly string[] | null {
  return isJson(value) ? Object.values(value).flat().map(String) : texts(value);
}

function conditions(block: Json): readonly Condition[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(isJson(keys) ? keys : {}).map(([key, values]) => ({ operator, key, values: texts(values) ?? [] })),
  );
}
