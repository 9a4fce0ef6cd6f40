import type { Estate, WorkloadEstate } from '../../aws/estate.ts';
import { findAccount, findRepository } from './find.ts';
import { HOME, registryHost, roleArn, WORKLOAD } from './names.ts';
import { grantPull, policy, PULL_ACTIONS } from './policy.ts';

export const FUNCTION = 'thumbnails';
export const FUNCTION_IMAGE = `${registryHost()}/shop/api:v4.12.1`;

/** What Lambda says when it may not pull. (Lambda developer guide, "Troubleshoot container image issues".) */
export const LAMBDA_DENIED = `arn:aws:lambda:${HOME}:${WORKLOAD}:function:${FUNCTION}: An error occurred (AccessDeniedException) when calling the UpdateFunctionCode operation: Lambda does not have permission to access the ECR image. Check the ECR permissions. Image: ${FUNCTION_IMAGE}`;

/** A function of the sandbox, as its ARN names it. */
export const functionRef = (region: string = HOME) => ({
  kind: 'lambda-function' as const,
  place: { account: WORKLOAD, region },
  functionName: FUNCTION,
});

/** Where the workload account keeps what runs outside of ECS. */
export function workloadsIn(estate: Estate, region: string = HOME): WorkloadEstate {
  const account = findAccount(estate, WORKLOAD);
  const workloads = account.workloads?.[region] ?? {};
  account.workloads = { ...account.workloads, [region]: workloads };
  return workloads;
}

/** A function of the workload account that runs an image of the registry account, and is granted it where `sources` says. */
export function addFunction(
  estate: Estate,
  { region = HOME, sources }: { region?: string; sources?: readonly string[] } = {},
): void {
  workloadsIn(estate, region).functions = [
    { name: FUNCTION, imageUri: FUNCTION_IMAGE, role: roleArn(WORKLOAD, 'thumbnails'), architecture: 'x86_64' },
  ];
  if (sources === undefined) return;
  findRepository(estate, 'shop/api').policy = policy(grantPull(WORKLOAD), {
    Sid: 'LambdaPull',
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: PULL_ACTIONS,
    Condition: { StringLike: { 'aws:sourceArn': sources } },
  });
}

/** Every function of the workload account. */
export const ANY_FUNCTION = `arn:aws:lambda:*:${WORKLOAD}:function:*`;
