import { ANY_RUN, literalTokens, wildcardToken, type GlobToken } from './glob.ts';
import type { RequestContext } from './request-context.ts';

/** What a text of a policy means for one request, its `${variables}` filled in. */
export type PolicyText =
  | { readonly kind: 'pattern'; readonly tokens: readonly GlobToken[] }
  /** A variable has no value: the text equals nothing and is like nothing. */
  | { readonly kind: 'nothing' }
  /** A variable's value is not known. Whatever it is, nothing matches that does not match `atMost`. */
  | { readonly kind: 'unknown'; readonly keys: readonly string[]; readonly atMost: readonly GlobToken[] };

export interface PolicyTextRules {
  /** Variables exist since version 2012-10-17; before, `${…}` is plain text. */
  readonly variables: boolean;
  readonly wildcards: boolean;
}

/**
 * Reads a text of a policy for one request. Filled-in values are taken literally: a `*` in a tag is a star. A key
 * with several values cannot be a variable. Source: IAM User Guide, "Policy variables", default values and variables
 * without a value included.
 */
export function readPolicyText(text: string, rules: PolicyTextRules, context: RequestContext): PolicyText {
  const tokens: GlobToken[] = [];
  const unknownKeys: string[] = [];
  let hasNoValue = false;
  let at = 0;
  while (at < text.length) {
    const end = rules.variables && text.startsWith('${', at) ? text.indexOf('}', at) : -1;
    if (end < 0) {
      const character = text.charAt(at);
      tokens.push(rules.wildcards ? wildcardToken(character) : character);
      at += 1;
      continue;
    }
    const value = readVariable(text.slice(at + 2, end), context);
    if (value.kind === 'text') tokens.push(...literalTokens(value.text));
    else tokens.push(ANY_RUN);
    if (value.kind === 'unknown') unknownKeys.push(value.key);
    if (value.kind === 'none') hasNoValue = true;
    at = end + 1;
  }
  if (hasNoValue) return { kind: 'nothing' };
  return unknownKeys.length > 0 ? { kind: 'unknown', keys: unknownKeys, atMost: tokens } : { kind: 'pattern', tokens };
}

type VariableValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly key: string };

const ESCAPED = new Set(['*', '?', '$']);

/** The inside of `${…}`: an escaped character, `key`, or `key, 'default'`. */
function readVariable(inside: string, context: RequestContext): VariableValue {
  if (ESCAPED.has(inside)) return { kind: 'text', text: inside };
  const comma = inside.indexOf(',');
  const key = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const found = context(key);
  if (found.state === 'unknown') return { kind: 'unknown', key };
  if (found.state === 'single') return { kind: 'text', text: found.values[0] };
  const fallback = comma < 0 ? '' : inside.slice(comma + 1).trim();
  const isQuoted = fallback.length >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
  return isQuoted && found.state === 'absent' ? { kind: 'text', text: fallback.slice(1, -1) } : { kind: 'none' };
}
