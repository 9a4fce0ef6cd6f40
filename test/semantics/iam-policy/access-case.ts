import { parsePolicy } from '../../../src/semantics/iam-policy/index.ts';
import type {
  AccessRequest,
  NamedDocument,
  PolicySet,
  RequestPrincipal,
} from '../../../src/semantics/iam-policy/index.ts';

/** The account of the pullers, and of the registry unless a case says otherwise. */
export const SHOP = '111122223333';
export const REGISTRY = '444455556666';

export const PRINCIPALS = {
  role: { kind: 'role', arn: `arn:aws:iam::${SHOP}:role/svc/puller`, account: SHOP },
  session: {
    kind: 'assumed-role',
    arn: `arn:aws:sts::${SHOP}:assumed-role/puller/task-1`,
    roleArn: `arn:aws:iam::${SHOP}:role/svc/puller`,
    account: SHOP,
  },
  'session without role': {
    kind: 'assumed-role',
    arn: `arn:aws:sts::${SHOP}:assumed-role/puller/task-1`,
    account: SHOP,
  },
  user: { kind: 'user', arn: `arn:aws:iam::${SHOP}:user/ann`, account: SHOP },
  root: { kind: 'root', arn: `arn:aws:iam::${SHOP}:root`, account: SHOP },
  'service-linked role': {
    kind: 'role',
    arn: `arn:aws:iam::${SHOP}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    account: SHOP,
  },
  lambda: { kind: 'service', service: 'lambda.amazonaws.com' },
  'tagged role': {
    kind: 'role',
    arn: `arn:aws:iam::${SHOP}:role/svc/puller`,
    account: SHOP,
    orgId: 'o-shop',
    tags: { team: 'shop' },
  },
} satisfies Record<string, RequestPrincipal>;

type RawPolicy = object | readonly object[];

/** A case as it stands in `cases/*.json`: a policy is its statements, `null` or absent is none, `"unknown"` is unread. */
export interface AccessCase {
  readonly name: string;
  readonly principal?: string;
  readonly action?: string;
  /** The account that owns the repository `shop/api`. */
  readonly owner?: string;
  readonly version?: string;
  readonly context?: object;
  readonly absent?: readonly string[];
  readonly identity?: RawPolicy | string;
  readonly repository?: RawPolicy | string | null;
  readonly registry?: { readonly scope: string; readonly policy: RawPolicy } | string | null;
  readonly boundary?: RawPolicy | string | null;
  readonly session?: RawPolicy | string | null;
  readonly serviceControl?: readonly (RawPolicy | string)[] | string | null;
  readonly resourceControl?: readonly (RawPolicy | string)[] | string | null;
  readonly endpoint?: RawPolicy | string | null;
  readonly expect: {
    readonly outcome: string;
    readonly blockedBy?: readonly string[];
    readonly explicit?: boolean;
    readonly missingKeys?: readonly string[];
    readonly layers?: object;
  };
}

export function requestOf(example: AccessCase): AccessRequest {
  const principals: Readonly<Record<string, RequestPrincipal>> = PRINCIPALS;
  const principal = principals[example.principal ?? 'role'];
  if (principal === undefined) throw new Error(`No principal is called ${example.principal}.`);
  const action = actionOf(example.action ?? 'ecr:BatchGetImage');
  const account = example.owner ?? SHOP;
  const isToken = action.toLowerCase() === 'ecr:getauthorizationtoken';
  return {
    principal,
    action,
    resource: { arn: isToken ? '*' : `arn:aws:ecr:eu-west-1:${account}:repository/shop/api`, account },
    context: Object.fromEntries(Object.entries(example.context ?? {})),
    absentKeys: example.absent ?? [],
  };
}

function actionOf(text: string): AccessRequest['action'] {
  const [service, name] = text.split(':');
  return `${service}:${name}`;
}

export function policiesOf(example: AccessCase): PolicySet {
  const named = (name: string, raw: RawPolicy | string | null | undefined): NamedDocument | null | 'unknown' => {
    if (raw === null || raw === undefined) return null;
    return typeof raw === 'string' ? 'unknown' : policy(name, raw, example.version);
  };
  const list = (name: string, raw: RawPolicy | string | null | undefined) => {
    const found = named(name, raw);
    return found === null || found === 'unknown' ? found : [found];
  };
  const levels = (name: string, raw: AccessCase['serviceControl']): PolicySet['serviceControl'] => {
    if (raw === null || raw === undefined) return null;
    if (typeof raw === 'string') return 'unknown';
    return raw.map((level, index) => list(`${name} ${index}`, level) ?? []);
  };
  return {
    identity: list('identity', example.identity) ?? [],
    resource: named('repository', example.repository),
    registry: registryOf(example.registry, example.version),
    permissionsBoundary: named('boundary', example.boundary),
    session: list('session', example.session),
    serviceControl: levels('scp', example.serviceControl),
    resourceControl: levels('rcp', example.resourceControl),
    endpoint: named('endpoint', example.endpoint),
  };
}

function registryOf(raw: AccessCase['registry'], version: string | undefined): PolicySet['registry'] {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'string') return 'unknown';
  const scope = raw.scope === 'V1' || raw.scope === 'V2' ? raw.scope : 'unknown';
  return { policy: policy('registry', raw.policy, version), scope };
}

/** Wraps statements into a document. */
export function policy(name: string, statements: RawPolicy, version = '2012-10-17'): NamedDocument {
  const parsed = parsePolicy({ Version: version, Statement: statements });
  if ('problem' in parsed) throw new Error(`${name}: ${parsed.problem}`);
  return { name, document: parsed.document };
}
