import { SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import type { Clients } from '../../../src/aws/clients.ts';
import { ownerOf, REGISTRY, WORKLOADS } from './accounts.ts';
import { createService, registerTask } from './ecs.ts';
import { allow, createRole, type PolicyDocument } from './iam.ts';
import { createRepository, pushImage } from './images.ts';
import { type BuiltVpc, createEndpoints, createVpc } from './network.ts';
import { IMAGE } from './reading.ts';

interface ShopParts {
  readonly execution: Readonly<Record<string, PolicyDocument>>;
  readonly tagMutability: 'MUTABLE' | 'IMMUTABLE';
  /** Whether the registry account lets the workloads account pull. */
  readonly isShared: boolean;
}

const HEALTHY: ShopParts = {
  execution: { pull: allow('ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer') },
  tagMutability: 'IMMUTABLE',
  isShared: true,
};

/**
 * The registry account holds `shop/api` with v2.1.0 and v2.0.0, and lets the workloads account pull; there the service
 * `prod/checkout` pulls it on Fargate out of a VPC that has endpoints alone. `parts` says what differs.
 */
export async function buildShop(parts: Partial<ShopParts> = {}): Promise<BuiltVpc> {
  const { execution, tagMutability, isShared } = { ...HEALTHY, ...parts };
  const registry = ownerOf(REGISTRY);
  await createRepository(registry, 'shop/api', {
    imageTagMutability: tagMutability,
    imageScanningConfiguration: { scanOnPush: true },
  });
  if (isShared) await shareRepository(registry);
  await pushImage(registry, 'shop/api', 'v2.0.0');
  await pushImage(registry, 'shop/api', 'v2.1.0', 'stable');

  const workloads = ownerOf(WORKLOADS);
  const built = await createVpc(workloads);
  await createEndpoints(workloads, built);
  const executionRoleArn = await createRole(workloads, 'checkout-exec', execution);
  const definition = await registerTask(workloads, 'checkout', { images: [IMAGE], executionRoleArn });
  const network = { subnets: [built.subnet], securityGroups: [built.taskGroup] };
  await createService(workloads, 'checkout', definition, network);
  return built;
}

async function shareRepository({ ecr }: Clients): Promise<void> {
  const Principal = { AWS: `arn:aws:iam::${WORKLOADS}:root` };
  const Action = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action }] };
  await ecr.send(new SetRepositoryPolicyCommand({ repositoryName: 'shop/api', policyText: JSON.stringify(policy) }));
}
