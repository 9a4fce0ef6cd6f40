import { REGISTRY } from './sample.ts';

/** Messages of the same channels that report no failed pull: about them the bot says nothing. */
export const SILENCE_SAMPLES: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'instructions',
    text: 'To try it, run docker pull acme/cart:2 and open port 8080. If the page is not found, wait a minute.',
  },
  {
    name: 'a warning in a guide',
    text: 'Images built on an M1 will yield errors such as "no match for platform in manifest" on the cluster.',
  },
  { name: 'a question about words', text: 'What does "manifest unknown" mean in ECR?' },
  {
    name: 'build step',
    text: 'ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 127: npm: not found',
  },
  { name: 'rate limit of another API', text: 'TooManyRequestsException: Rate Exceeded. 429 Too Many Requests' },
  {
    name: 'push denied',
    text: `denied: User: arn:aws:iam::210987654321:user/ci is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:210987654321:repository/shop/cart because no identity-based policy allows the ecr:InitiateLayerUpload action`,
  },
  {
    name: 'push, no credentials',
    text: `The push refers to repository [${REGISTRY}/shop/cart]\n5f70bf18a086: Preparing\nno basic auth credentials`,
  },
  {
    name: 'push, repository missing',
    text: `The push refers to repository [${REGISTRY}/shop/cart]\nname unknown: The repository with name 'shop/cart' does not exist in the registry with id '210987654321'`,
  },
  {
    name: 'push, tag immutable',
    text: `tag invalid: The image tag '1.4.2' already exists in the 'shop/cart' repository and cannot be overwritten because the repository is immutable.`,
  },
  {
    name: 'push by buildx',
    text: `ERROR: failed to solve: failed to push ${REGISTRY}/shop/cart:1: unexpected status from POST request to https://${REGISTRY}/v2/shop/cart/blobs/uploads/: 403 Forbidden`,
  },
  {
    name: 'push, token expired',
    text: `$ docker push ${REGISTRY}/shop/cart:1\ndenied: Your authorization token has expired. Reauthenticate and try again.`,
  },
  {
    name: 'push succeeded',
    text: `$ docker push ${REGISTRY}/shop/cart:1\n5f70bf18a086: Pushed\n1: digest: sha256:${'b'.repeat(64)} size: 1573`,
  },
  {
    name: 'login, bad request',
    text: `Error response from daemon: login attempt to https://${REGISTRY}/v2/ failed with status: 400 Bad Request`,
  },
  { name: 'login, no terminal', text: 'Error: Cannot perform an interactive login from a non TTY device' },
  {
    name: 'login, keychain',
    text: 'Error saving credentials: error storing credentials - err: exit status 1, out: `The stub received bad data.`',
  },
  {
    name: 'login, registry out of reach',
    text: `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${REGISTRY}\nError response from daemon: Get "https://${REGISTRY}/v2/": net/http: request canceled while waiting for connection`,
  },
  {
    name: 'login refused by IAM',
    text: 'An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: User: arn:aws:iam::210987654321:user/ci is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action',
  },
  {
    name: 'pull succeeded',
    text: `$ docker pull ${REGISTRY}/shop/cart:1.4.2\n1.4.2: Pulling from shop/cart\nDigest: sha256:${'c'.repeat(64)}\nStatus: Downloaded newer image for ${REGISTRY}/shop/cart:1.4.2`,
  },
  { name: 'pull succeeded, up to date', text: `Status: Image is up to date for ${REGISTRY}/shop/cart:1.4.2` },
  {
    name: 'kubelet pulled',
    text: `Normal  Pulled  3m5s  kubelet  Successfully pulled image "${REGISTRY}/shop/cart:1.4.2" in 1.5s (1.5s including waiting)`,
  },
  { name: 'question', text: 'How do cross-account ECR pulls work with Fargate? Do we need a repository policy?' },
  {
    name: 'plan',
    text: `We should move ${REGISTRY}/shop/cart to the new account next week and set a lifecycle policy.`,
  },
  { name: 'an image alone', text: `${REGISTRY}/shop/cart:1.4.2` },
  { name: 'deployment announced', text: `Deployed ${REGISTRY}/shop/cart:1.4.2 to production` },
  { name: 'other container errors', text: 'OutOfMemoryError: Container killed due to memory usage' },
  {
    name: 'wrong architecture, after the pull',
    text: 'CannotStartContainerError: exec /usr/bin/node: exec format error',
  },
  {
    name: 'no capacity',
    text: '(service cart) was unable to place a task because no container instance met all of its requirements.',
  },
  { name: 'health check', text: '(service cart) (task 0a1b) failed container health checks.' },
  {
    name: 'circuit breaker alone',
    text: '(service cart) (deployment ecs-svc/123) deployment failed: tasks failed to start.',
  },
  { name: 'application error', text: 'Error: connect ECONNREFUSED 10.0.1.5:5432 while connecting to the database' },
  { name: 'application 404', text: 'GET https://api.example.com/v2/orders/17: 404 Not Found' },
  { name: 'application timeout', text: 'dial tcp 10.0.4.4:6379: i/o timeout' },
  { name: 'disk of a database', text: 'ERROR: could not extend file "base/16384/2619": No space left on device' },
  { name: 'S3 denied', text: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied' },
  {
    name: 'kubectl cannot connect',
    text: 'Unable to connect to the server: dial tcp: lookup 0A1B.gr7.eu-west-1.eks.amazonaws.com: no such host',
  },
  {
    name: 'probe',
    text: 'Warning  Unhealthy  2m  kubelet  Readiness probe failed: Get "http://10.0.1.9:8080/": dial tcp 10.0.1.9:8080: connect: connection refused',
  },
  { name: 'npm', text: 'npm ERR! 404 Not Found - GET https://registry.npmjs.org/@acme%2fcart - Not found' },
  { name: 'git pull', text: 'git pull\nremote: Repository not found.\nfatal: repository not found' },
  {
    name: 'git pull denied',
    text: 'git@github.com: Permission denied (publickey). fatal: Could not read from remote repository.',
  },
  {
    name: 'pull request',
    text: 'Can someone review the pull request? Access denied errors in the registry tests are unrelated.',
  },
  {
    name: 'stop reasons in a document',
    text: 'Common stop reasons:\n- CannotPullContainerError\n- ResourceInitializationError\n- Task stopped by user',
  },
  { name: 'secret missing, no image', text: 'MountVolume.SetUp failed for volume "cfg" : secret "cart-cfg" not found' },
  {
    name: 'create repository',
    text: "An error occurred (RepositoryAlreadyExistsException) when calling the CreateRepository operation: The repository with name 'shop/cart' already exists in the registry with id '210987654321'",
  },
  {
    name: 'describe images',
    text: "An error occurred (ImageNotFoundException) when calling the DescribeImages operation: The image with imageId {imageDigest:'null', imageTag:'9'} does not exist within the repository with name 'shop/cart' in the registry with id '210987654321'",
  },
  {
    name: 'terraform',
    text: 'Error: creating ECR Repository (shop/cart): operation error ECR: CreateRepository, https response error StatusCode: 400, api error AccessDeniedException: User is not authorized to perform: ecr:CreateRepository',
  },
  { name: 'resolved', text: 'The image pull issue from this morning is fixed, thanks everyone.' },
  { name: 'throttled API', text: 'ThrottlingException: Rate exceeded when calling DescribeTasks' },
  {
    name: 'push, containerd image store',
    text: 'push access denied, repository does not exist or may require authorization:\nauthorization failed: no basic auth credentials',
  },
  {
    name: 'push in a heading',
    text: '### Image push failed\ndenied: Your authorization token has expired. Reauthenticate.',
  },
  {
    name: 'push in Korean',
    text: '장바구니 이미지를 푸시하다가 멈춤\ndenied: Your authorization token has expired. Reauthenticate and retry.',
  },
  { name: 'push in Japanese', text: 'cart の image を push したら\ndenied: Your authorization token has expired.' },
  { name: 'a role in a guide', text: 'If the task cannot pull the image from ECR, look at its execution role.' },
  {
    name: 'an option in a module',
    text: 'Leave this on: without an address of its own the task cannot pull its image.',
  },
  {
    name: 'causes in a guide',
    text: "Pods of cart may not come up when:\n- the ECR image doesn't exist\n- the nodes are full\n- a secret has no such key",
  },
  {
    name: 'reasons explained',
    text: '- OutOfMemoryError: give it more.\n- CannotPullContainerError: look at the registry and the way to it.\n- ResourceInitializationError: look at the secrets first.',
  },
  { name: 'image of another kind', text: 'Please provide a valid source image for the avatar.' },
  { name: 'a name of another kind', text: 'Bucket name must be lowercase. Error fetching blob for the preview.' },
  {
    name: 'run that pulled first',
    text: `Unable to find image 'acme/cart:1' locally\n1: Pulling from acme/cart\nDigest: sha256:${'c'.repeat(64)}\nStatus: Downloaded newer image for acme/cart:1`,
  },
  {
    name: 'logging of ECS',
    text: 'ResourceInitializationError: failed to validate logger args: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
  },
  {
    name: 'logging of ECS, out of reach',
    text: 'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group. There is a connection issue between the task and Amazon CloudWatch.',
  },
  {
    name: 'a list that explains errors',
    text: '- `failed to fetch oauth token` - the server of tokens is out of reach\n- `dial tcp: i/o timeout` - DNS is slow',
  },
  {
    name: 'a foretelling',
    text: 'Apply it now: you will get errors like "CannotPullContainerError: ref pull has been retried 5 times" until the first push.',
  },
  {
    name: 'the title of another page',
    text: '- [docker pull failed to register layer, and what to do](/posts/register-layer)',
  },
  {
    name: 'image that an emulator runs',
    text: `Status: Downloaded newer image for acme/cart:1\n ---> [Warning] The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8)`,
  },
  {
    name: 'push by SAM',
    text: `Error: Unable to upload artifact cart:latest referenced by ImageUri parameter of Cart resource.\nunknown: unexpected status from HEAD request to https://${REGISTRY}/v2/cart/blobs/sha256:4f6a: 400 Bad Request`,
  },
];
