import { ofAnything, ofPulls } from './signature.ts';

/** Before the image: a task's registry token and its secrets come in one step, and fail in one sentence. */
export const INIT_SIGNATURES = [
  ...ofPulls('registry_auth_init', [
    [
      'ResourceInitializationError: unable to pull secrets or registry auth',
      'Amazon ECS on Fargate, stopped task reason',
    ],
    ['ResourceInitializationError: unable to pull secrets', 'Amazon ECS on Fargate, as people shorten it'],
    ['unable to pull secrets or registry auth: execution resource retrieval failed: ', 'Amazon ECS on Fargate'],
    ['unable to pull secrets or registry auth: pull command failed', 'Amazon ECS on Fargate'],
    ['unable to pull secrets or registry auth: the task', 'Amazon ECS on Fargate, since 2024'],
    ['unable to pull secrets or registry auth: unable to retrieve', 'Amazon ECS on Fargate, since 2024'],
    ['unable to retrieve ecr registry auth', 'Amazon ECS on Fargate'],
    ['unable to retrieve secret from asm', 'Amazon ECS, secrets from Secrets Manager'],
    ['unable to retrieve secrets from ssm', 'Amazon ECS, secrets from Parameter Store'],
    ['the task cannot pull registry auth', 'Amazon ECS on Fargate, since 2024'],
  ]),
  ...ofAnything('registry_auth_init', [['unable to pull secrets or registry auth', 'Amazon ECS on Fargate']]),
];

/** The key that encrypts the repository refuses. */
export const KEY_SIGNATURES = ofAnything('kms', [
  ['KmsException', 'Amazon ECR API'],
  ['kms:Decrypt', 'AWS, access denied sentence'],
  ['KMSKeyAccessDenied', 'Lambda, state reason codes'],
  ['KMS key', 'AWS'],
]);

/** AWS's own sentence about a pull, when nothing underneath says more. */
export const REWRITTEN_SIGNATURES = [
  ...ofPulls('timeout', [
    ['there is a connection issue between the task and the registry', 'Amazon ECS, since 2024'],
    ['there is a connection issue between the task and Amazon ECR', 'Amazon ECS, since 2024'],
    ["the task can't pull the image. Check your network configuration", 'amazon-ecs-agent, agent/api/errormessages'],
  ]),
  ...ofAnything('timeout', [['because the registry is unavailable', 'kubernetes, pkg/kubelet/images/types.go']]),
];
