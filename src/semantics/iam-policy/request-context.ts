import type { AccessRequest, IamPrincipal, RequestPrincipal } from './access-request.ts';

/** What is known about one condition key. An empty list of values counts as absent, as AWS documents for `Null`. */
export type KeyState =
  | { readonly state: 'single'; readonly values: readonly [string] }
  | { readonly state: 'multi'; readonly values: readonly string[] }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

export type RequestContext = (key: string) => KeyState;

const ABSENT: KeyState = { state: 'absent' };
const UNKNOWN_KEY: KeyState = { state: 'unknown' };

/** The condition keys of a request: what the caller states first, then what follows from principal and resource. */
export function contextOf(request: AccessRequest): RequestContext {
  const stated = new Map(Object.entries(request.context).map(([key, value]) => [key.toLowerCase(), value]));
  const derived = derivedKeys(request);
  const isAbsent = absence(request.absentKeys);
  const tags = request.principal.kind === 'service' ? {} : request.principal.tags;

  return (name) => {
    const key = name.toLowerCase();
    const value = stated.get(key);
    if (value !== undefined) return stateOf(value);
    if (request.absentKeys !== 'every-other' && isAbsent(key)) return ABSENT;
    const known = derived.get(key);
    if (known !== undefined) return known === null ? ABSENT : stateOf(known);
    if (tags !== undefined && key.startsWith('aws:principaltag/')) return ABSENT;
    return isAbsent(key) ? ABSENT : UNKNOWN_KEY;
  };
}

function stateOf(value: string | readonly string[]): KeyState {
  if (typeof value === 'string') return { state: 'single', values: [value] };
  return value.length === 0 ? ABSENT : { state: 'multi', values: value };
}

function absence(absentKeys: AccessRequest['absentKeys']): (key: string) => boolean {
  if (absentKeys === 'every-other') return () => true;
  const keys = absentKeys.map((key) => key.toLowerCase());
  const exact = new Set(keys);
  const prefixes = keys.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1));
  return (key) => exact.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
}

/** `null`: known to be absent. Source: IAM User Guide, "AWS global condition context keys". */
function derivedKeys(request: AccessRequest): ReadonlyMap<string, string | null> {
  return new Map<string, string | null>([
    ['aws:resourceaccount', request.resource.account],
    ...principalKeys(request.principal),
  ]);
}

function principalKeys(principal: RequestPrincipal): readonly (readonly [string, string | null])[] {
  if (principal.kind === 'service') {
    return [
      ['aws:principalisawsservice', 'true'],
      ['aws:principalservicename', principal.service],
      ['aws:principalarn', null],
      ['aws:principalaccount', null],
      ['aws:principalorgid', null],
      ['aws:principalorgpaths', null],
      ['aws:username', null],
    ];
  }
  const principalArn = policyArnOf(principal);
  return [
    ['aws:principalisawsservice', 'false'],
    ['aws:principalservicename', null],
    ['aws:principalservicenameslist', null],
    ['aws:principalaccount', principal.account],
    ['aws:principaltype', PRINCIPAL_TYPE[principal.kind]],
    ['aws:username', principal.kind === 'user' ? lastSegment(principal.arn) : null],
    ...(principalArn === null ? [] : [['aws:principalarn', principalArn] as const]),
    ...(principal.orgId === undefined ? [] : [['aws:principalorgid', principal.orgId] as const]),
    ...Object.entries(principal.tags ?? {}).map(
      ([tag, value]) => [`aws:principaltag/${tag.toLowerCase()}`, value] as const,
    ),
  ];
}

const PRINCIPAL_TYPE = { role: 'AssumedRole', 'assumed-role': 'AssumedRole', user: 'User', root: 'Account' } as const;

/** What `aws:PrincipalArn` holds: for a session the role's ARN, which cannot be told from the session's when it has a path. */
function policyArnOf(principal: IamPrincipal): string | null {
  if (principal.kind !== 'assumed-role') return principal.arn;
  return principal.roleArn ?? null;
}

function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
