import { ofAnything, ofPulls, type Signature } from './signature.ts';

const DISTRIBUTION = 'OCI distribution specification, error codes';

/** Limits that a registry sets on how often it may be asked. */
export const LIMIT_SIGNATURES = [
  ...ofPulls('rate_limited', [
    ['toomanyrequests:', `${DISTRIBUTION}: TOOMANYREQUESTS`],
    ['reached your pull rate limit', 'Docker Hub'],
    ['reached your unauthenticated pull rate limit', 'Docker Hub'],
    ['error parsing HTTP 429 response body', 'distribution, registry/client/errors.go'],
  ]),
  ...ofAnything('rate_limited', [
    ['429 Too', 'HTTP, also where the message is cut off'],
    ['toomanyrequests', `${DISTRIBUTION}: TOOMANYREQUESTS`],
    ['pull rate limit', 'Docker Hub'],
    ['rate limit exceeded', 'any registry'],
  ]),
  ...ofAnything('throttled', [
    ['ThrottlingException', 'AWS, common errors'],
    ['RequestLimitExceeded', 'AWS, common errors'],
    ['Rate exceeded', 'AWS, common errors'],
  ]),
];

/** The registry does not know who asks. */
export const CREDENTIAL_SIGNATURES = [
  ...ofPulls('auth_missing_or_expired', [
    ['no basic auth credentials', 'distribution, registry/client/auth'],
    ['authorization token has expired. Reauthenticate', 'Amazon ECR'],
    ['denied: Your authorization token has expired', 'Amazon ECR, as docker and containerd print it'],
    ['failed to authorize: failed to fetch anonymous token: unexpected status: 401', 'containerd, remotes/docker/auth'],
    ['error getting credentials - err', 'docker/docker-credential-helpers, as docker and buildkit print it'],
    ['unable to retrieve auth token', 'containers/image, docker transport'],
    ['unauthorized: authentication required', `${DISTRIBUTION}: UNAUTHORIZED`],
    ['unauthorized: access to the requested resource is not authorized', 'quay.io'],
    ['failed to authorize: rpc error: code = Unknown desc = failed to fetch', 'buildkit, session/auth'],
  ]),
  ...ofAnything('auth_missing_or_expired', [
    ['authorization token has expired', 'Amazon ECR'],
    ['401 Unauthorized', 'HTTP'],
    ['registry 401 (Unauthorized)', 'containers/image, docker transport'],
    ['unsupported status code 401', 'google/go-containerregistry before 0.1'],
    ['authentication required', `${DISTRIBUTION}: UNAUTHORIZED`],
    ['incorrect username or password', 'Docker Hub'],
    ['status code 401', 'HTTP'],
    ['unauthorized:', `${DISTRIBUTION}: UNAUTHORIZED`],
    [': unauthorized', `${DISTRIBUTION}: UNAUTHORIZED`],
    ['engine ecr credentials: not found', 'amazon-ecs-agent, agent/ecr'],
    ['CannotPullContainerAuthError', 'amazon-ecs-agent, agent/engine/errors.go'],
  ]),
];

/** The registry was asked, and there is no such thing. */
export const ABSENCE_SIGNATURES: readonly Signature[] = [
  ...ofPulls('not_found', [
    ['manifest unknown', `${DISTRIBUTION}: MANIFEST_UNKNOWN`],
    ['MANIFEST_UNKNOWN', 'google/go-containerregistry; kaniko and crane'],
    ['NAME_UNKNOWN', 'google/go-containerregistry; kaniko and crane'],
    ['name unknown', `${DISTRIBUTION}: NAME_UNKNOWN`],
    ['error parsing HTTP 404 response body', 'distribution, registry/client/errors.go'],
    ['does not exist. Provide a valid source image', 'Lambda, CreateFunction'],
    ['operation: Cannot find the requested image', 'SageMaker, CreateTrainingJob'],
  ]),
  ...ofAnything('not_found', [
    ['requested image not found', 'Amazon ECR'],
    ["ECR image doesn't exist", 'App Runner, service event log'],
    ['was deleted or has expired', 'quay.io'],
    ['RepositoryNotFoundException', 'Amazon ECR API'],
    ['ImageNotFoundException', 'Amazon ECR API'],
    ['404 Not Found', 'HTTP'],
    [': not found', 'containerd, errdefs'],
    ['code = NotFound', 'gRPC status'],
    ['manifest not found', 'harbor, gitlab'],
    ['API error (404)', 'amazon-ecs-agent with older docker'],
    ['does not exist in the registry with id', 'Amazon ECR'],
    ['does not contain an image', 'Amazon ECR'],
    ['image does not exist', 'Amazon ECS, Batch, SageMaker'],
    ['no such image', 'moby'],
    ['code: 404', 'HTTP'],
  ]),
  {
    kind: 'not_found',
    wording: 'not found',
    provesPull: false,
    source: 'any',
    unlessAfter: /(?:\bcommand|\bmodule|\bplugin|\w\.(?:json|lock|py|sh|toml|txt|xml|ya?ml))["'`]?:? ?$/,
  },
];

/** The registry, or AWS in front of it, knows who asks and says no. */
export const DENIAL_SIGNATURES = [
  ...ofPulls('access_denied', [
    ['is not authorized to perform: ecr:BatchGetImage', 'AWS, access denied sentence'],
    ['is not authorized to perform: ecr:GetDownloadUrlForLayer', 'AWS, access denied sentence'],
    ['error parsing HTTP 403 response body', 'distribution, registry/client/errors.go'],
    ['pull access denied', 'moby, distribution/errors.go; containerd, remotes/docker'],
    ['requested access to the resource is denied', 'Docker Hub'],
    ['does not grant ecr:', 'SageMaker, CreateModel'],
    ['does not have permission to access the ECR image', 'Lambda, CreateFunction'],
    ['does not have permission to access the specified image', 'Lambda, function state'],
    ['Invalid Access Role in AuthenticationConfiguration', 'App Runner, service event log'],
    ['check that the role has the permissions to pull', 'amazon-ecs-agent, agent/api/errormessages'],
  ]),
  ...ofAnything('access_denied', [
    ['is not authorized to perform', 'AWS, access denied sentence'],
    ['ECS was unable to assume the role', 'Amazon ECS, service event: a task that could not be launched'],
    ['403 Forbidden', 'HTTP'],
    ['registry 403 (Forbidden)', 'containers/image, docker transport'],
    ['Access denied for repository', 'SageMaker, CreateTrainingJob'],
    ['status code 403', 'HTTP'],
    ['AccessDenied', 'AWS, common errors'],
    ['insufficient_scope', 'RFC 6750'],
    ['denied:', `${DISTRIBUTION}: DENIED`],
    [': denied', `${DISTRIBUTION}: DENIED`],
    ['access denied', 'any'],
    ['access forbidden', 'GitLab'],
  ]),
];
