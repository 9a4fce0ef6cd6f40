import fc from 'fast-check';
import { NO_POLICIES } from '../../../src/semantics/iam-policy/index.ts';
import type {
  AccessRequest,
  NamedDocument,
  PolicyCondition,
  PolicySet,
  PolicyStatement,
} from '../../../src/semantics/iam-policy/index.ts';
import { PRINCIPALS, REGISTRY, SHOP } from './access-case.ts';

/** Values that the conditions below ask for, so that they hold as often as not. */
const KEYS: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'aws:SourceVpce': ['vpce-1', 'vpce-2', ''],
  'aws:SourceIp': ['203.0.113.7', '10.1.2.3', '2001:db8::7'],
  'aws:PrincipalTag/team': ['shop', 'ops', 's*'],
  'aws:SecureTransport': ['true', 'false'],
  'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'],
  'aws:TagKeys': [['a'], ['a', 'b'], [], ['c', 'd']],
  'ecr:count': ['5', '10'],
};
const KEY_NAMES = Object.keys(KEYS);

/** Some of the keys, each with one of its values. */
const anyKnown = fc
  .subarray(Object.entries(KEYS))
  .chain((some) => fc.tuple(...some.map(([key, values]) => fc.tuple(fc.constant(key), fc.constantFrom(...values)))))
  .map((known) => Object.fromEntries(known));

function condition(operators: readonly string[], keys: readonly string[], values: readonly string[]) {
  return fc.record({
    operator: fc
      .tuple(fc.constantFrom(...operators), fc.constantFrom('', 'IfExists'))
      .map(([operator, suffix]) => operator + suffix),
    key: fc.constantFrom(...keys),
    values: fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) }),
  });
}

const SETS = ['', 'ForAnyValue:', 'ForAllValues:'];
const anyCondition: fc.Arbitrary<PolicyCondition> = fc.oneof(
  condition(
    SETS.flatMap((set) => ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'].map((name) => set + name)),
    ['aws:SourceVpce', 'aws:PrincipalTag/team', 'aws:TagKeys', 'AWS:sourcevpce'],
    ['vpce-1', 'vpce-*', '*', 'shop', 'a', '${aws:PrincipalTag/team}', "${aws:PrincipalTag/team, 'shop'}", 's${*}'],
  ),
  condition(['IpAddress', 'NotIpAddress'], ['aws:SourceIp'], ['203.0.113.0/24', '10.0.0.0/8', '2001:db8::/32']),
  condition(['Bool'], ['aws:SecureTransport'], ['true', 'false']),
  fc.record({
    operator: fc.constant('Null'),
    key: fc.constantFrom(...KEY_NAMES),
    values: fc.subarray(['true', 'false'], { minLength: 1 }),
  }),
  condition(['NumericEquals', 'NumericNotEquals', 'NumericLessThan'], ['ecr:count'], ['5', '7', '10']),
  condition(['DateGreaterThan', 'DateNotEquals'], ['aws:CurrentTime'], ['2026-01-01', '2026-03-01']),
  condition(['ArnLike', 'ArnNotEquals'], ['aws:PrincipalArn'], [PRINCIPALS.role.arn, 'arn:aws:iam::*:user/*']),
);

const ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:GetAuthorizationToken'] as const;
const anyActions = fc.record({
  negated: fc.boolean(),
  patterns: fc.subarray([...ACTIONS, 'ecr:*', '*', 'ecr:Get*', 'ECR:batch*', 's3:*'], { minLength: 1, maxLength: 3 }),
});

function resourcesIn(account: string) {
  const patterns = [
    '*',
    `arn:aws:ecr:*:${account}:repository/shop/*`,
    `arn:aws:ecr:eu-west-1:${account}:repository/other`,
    `arn:aws:ecr:*:${account}:repository/\${aws:PrincipalTag/team}/api`,
    'arn:aws:ecr:*',
  ];
  return fc.record({ negated: fc.boolean(), patterns: fc.subarray(patterns, { minLength: 1, maxLength: 3 }) });
}

const anyPrincipals = fc.record({
  negated: fc.boolean(),
  entries: fc.uniqueArray(
    fc.oneof(
      fc
        .constantFrom('*', SHOP, REGISTRY, ...Object.values(PRINCIPALS).flatMap((p) => ('arn' in p ? [p.arn] : [])))
        .map((value) => ({ type: 'AWS' as const, value })),
      fc.constantFrom('lambda.amazonaws.com').map((value) => ({ type: 'Service' as const, value })),
    ),
    { minLength: 1, maxLength: 3, selector: ({ value }) => value },
  ),
});

/** Any statement about ECR; with a principal or without, as its place asks. */
export function anyStatement(place: 'of an identity' | 'of a resource', account = SHOP): fc.Arbitrary<PolicyStatement> {
  return fc.record({
    effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    principals: place === 'of a resource' ? anyPrincipals : fc.constant(null),
    actions: anyActions,
    resources: place === 'of a resource' ? fc.option(resourcesIn(account)) : resourcesIn(account),
    conditions: fc.array(anyCondition, { maxLength: 2 }),
  });
}

export function anyDocument(place: 'of an identity' | 'of a resource'): fc.Arbitrary<NamedDocument> {
  return fc.record({
    name: fc.constant(place),
    document: fc.record({
      version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'),
      statements: fc.array(anyStatement(place), { maxLength: 4 }),
    }),
  });
}

const identityDocument = anyDocument('of an identity');
const resourceDocument = anyDocument('of a resource');

/** A policy that lets everything pass, so that guards do not always decide. */
const everything: fc.Arbitrary<NamedDocument> = anyActions.map(() => ({
  name: 'everything',
  document: {
    version: '2012-10-17',
    statements: [
      {
        effect: 'Allow',
        principals: null,
        actions: { negated: false, patterns: ['*'] },
        resources: { negated: false, patterns: ['*'] },
        conditions: [],
      },
    ],
  },
}));

function unread<T>(known: fc.Arbitrary<T>): fc.Arbitrary<T | 'unknown'> {
  return fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: fc.constant('unknown' as const) });
}

const guard = fc.option(fc.oneof(everything, identityDocument), { freq: 1 });
const levels = fc.option(
  fc.array(fc.array(fc.oneof(everything, identityDocument), { maxLength: 2 }), { maxLength: 2 }),
);

export const anyPolicies: fc.Arbitrary<PolicySet> = fc
  .record(
    {
      identity: unread(fc.array(fc.oneof(identityDocument, everything), { maxLength: 3 })),
      resource: unread(fc.option(resourceDocument)),
      registry: unread(
        fc.option(fc.record({ policy: resourceDocument, scope: fc.constantFrom('V1', 'V2', 'unknown') })),
      ),
      permissionsBoundary: unread(guard),
      session: unread(fc.option(fc.array(fc.oneof(everything, identityDocument), { maxLength: 2 }))),
      serviceControl: unread(levels),
      resourceControl: unread(levels),
      endpoint: unread(guard),
    },
    { requiredKeys: [] },
  )
  .map(completed);

function completed(some: Partial<PolicySet>): PolicySet {
  return { ...NO_POLICIES, ...some };
}

export const anyRequest: fc.Arbitrary<AccessRequest> = fc.record({
  principal: fc.constantFrom(...Object.values(PRINCIPALS)),
  action: fc.constantFrom(...ACTIONS),
  resource: fc.constantFrom(SHOP, REGISTRY).map((account) => ({
    arn: `arn:aws:ecr:eu-west-1:${account}:repository/shop/api`,
    account,
  })),
  context: anyKnown,
  absentKeys: fc.oneof(fc.subarray(KEY_NAMES), fc.constant('every-other' as const)),
});

/** A key together with a value that it may have. */
export const anyKeyValue = fc
  .constantFrom(...KEY_NAMES)
  .chain((key) => fc.tuple(fc.constant(key), fc.constantFrom(...(KEYS[key] ?? []))));
