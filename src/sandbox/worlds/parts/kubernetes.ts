import type { EksCluster, Estate } from '../../aws/estate.ts';
import { findAccount, findNetwork } from './find.ts';
import { workloadsIn } from './functions.ts';
import { addMachineRole, instance } from './instances.ts';
import { HOME, registryHost, REGISTRY, roleArn, WORKLOAD } from './names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP, VPC } from './network.ts';
import { serviceRole } from './role.ts';
import { ago } from './time.ts';

export const EKS_CLUSTER = 'shop';
export const NODE = 'ip-10-20-16-51.ec2.internal';
export const NODE_INSTANCE = 'i-0123456789abcde01';
export const NODE_ROLE = 'shop-nodes';
export const POD_ROLE = 'shop-pods';
export const POD_IMAGE = `${registryHost()}/shop/api:v4.12.1`;

/** AWS's managed policies for nodes and for pods on Fargate. */
export const PULL_ONLY = 'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly';
const POD_POLICY = 'arn:aws:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy';

/**
 * What `kubectl describe pod` shows of a pull that failed for this reason. (kubernetes, pkg/kubelet/images.) The AWS CLI
 * names a context after the ARN of its cluster.
 */
export const podMessage = (reason: string, node: string = NODE): string =>
  [
    `$ kubectl --context arn:aws:eks:${HOME}:${WORKLOAD}:cluster/${EKS_CLUSTER} describe pod api-7d9f8c6b5-x2x4z`,
    'Name:             api-7d9f8c6b5-x2x4z',
    'Namespace:        shop',
    `Node:             ${node}/10.20.16.51`,
    'Events:',
    '  Type     Reason   Age   From     Message',
    '  ----     ------   ----  ----     -------',
    `  Warning  Failed   2m    kubelet  Failed to pull image "${POD_IMAGE}": ${reason}`,
    '  Warning  Failed   2m    kubelet  Error: ErrImagePull',
  ].join('\n');

export const FORBIDDEN = `failed to pull and unpack image "${POD_IMAGE}": failed to resolve reference "${POD_IMAGE}": unexpected status from HEAD request to https://${registryHost()}/v2/shop/api/manifests/v4.12.1: 403 Forbidden`;

export const UNREACHED = `failed to pull and unpack image "${POD_IMAGE}": failed to resolve reference "${POD_IMAGE}": failed to do request: Head "https://${registryHost()}/v2/shop/api/manifests/v4.12.1": dial tcp: i/o timeout`;

/** The cluster of the sandbox, as a person would name it. */
export const clusterRef = (parts: { node?: string; namespace?: string; nodegroup?: string } = {}) => ({
  kind: 'kubernetes-pod' as const,
  place: { account: WORKLOAD, region: HOME },
  cluster: EKS_CLUSTER,
  ...parts,
});

/** An EKS cluster in the private subnets, with one managed node group and a node in it. */
export function addCluster(
  estate: Estate,
  { policies = [PULL_ONLY], ...parts }: Partial<EksCluster> & { policies?: readonly string[] } = {},
): EksCluster {
  addMachineRole(estate, NODE_ROLE, policies);
  const cluster: EksCluster = {
    name: EKS_CLUSTER,
    createdAt: ago(estate.now, { days: 200 }),
    securityGroup: TASK_GROUP,
    subnetIds: [...PRIVATE_SUBNETS],
    nodegroups: [
      {
        name: 'general',
        nodeRole: roleArn(WORKLOAD, NODE_ROLE),
        subnets: [...PRIVATE_SUBNETS],
        amiType: 'AL2023_x86_64_STANDARD',
      },
    ],
    fargateProfiles: [],
    ...parts,
  };
  workloadsIn(estate).eksClusters = [cluster];
  addNode(estate, NODE_ROLE, { 'eks:cluster-name': EKS_CLUSTER, 'eks:nodegroup-name': 'general' });
  return cluster;
}

function addNode(estate: Estate, role: string, tags: Record<string, string>): void {
  const network = findNetwork(estate);
  const node = instance(NODE_INSTANCE, role, {
    vpcId: VPC,
    privateIpAddress: '10.20.16.51',
    privateDnsName: NODE,
    tags: { [`kubernetes.io/cluster/${EKS_CLUSTER}`]: 'owned', ...tags },
  });
  network.instances = [...(network.instances ?? []), node];
}

/** A profile that takes every pod of the namespace `shop`, with AWS's own policy on its role unless another is given. */
export function addFargateProfile(
  estate: Estate,
  cluster: EksCluster,
  policies: readonly string[] = [POD_POLICY],
): void {
  const born = ago(estate.now, { days: 200 });
  findAccount(estate, WORKLOAD).roles.push(
    serviceRole(WORKLOAD, POD_ROLE, born, 'eks-fargate-pods.amazonaws.com', policies),
  );
  cluster.fargateProfiles.push({
    name: 'shop',
    podExecutionRole: roleArn(WORKLOAD, POD_ROLE),
    subnets: [...PRIVATE_SUBNETS],
    selectors: [{ namespace: 'shop' }],
  });
}

/** IAM's sentence about a session of a role of the workload account. */
export const deniedTo = (role: string, session: string): string =>
  `denied: User: arn:aws:sts::${WORKLOAD}:assumed-role/${role}/${session} is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:${HOME}:${REGISTRY}:repository/shop/api because no identity-based policy allows the ecr:BatchGetImage action`;
