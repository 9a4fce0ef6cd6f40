import type { Arn, Timestamp } from '../../../domain/aws.ts';

/** Amazon ECS of one account in one Region. Fields are named as the ECS API names them. */
export interface EcsEstate {
  clusters: Cluster[];
  taskDefinitions: TaskDefinition[];
  /** Those that are not AWS's own. */
  capacityProviders?: CapacityProvider[];
}

export interface CapacityProvider {
  name: string;
  kind: 'auto-scaling-group' | 'managed-instances';
  /** Where machines that AWS manages are started. */
  networkConfiguration?: { subnets: string[]; securityGroups: string[] };
}

export interface ContainerInstance {
  /** The last part of its ARN: 32 hexadecimal digits. */
  id: string;
  ec2InstanceId: string;
  status: 'ACTIVE' | 'DRAINING';
  capacityProviderName?: string;
}

export interface Cluster {
  clusterName: string;
  services: Service[];
  tasks: Task[];
  containerInstances?: ContainerInstance[];
}

export interface Service {
  serviceName: string;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  desiredCount: number;
  runningCount: number;
  pendingCount: number;
  /** AWS leaves it out where a capacity provider is named. */
  launchType?: LaunchType;
  capacityProviderStrategy?: { capacityProvider: string; weight: number; base: number }[];
  platformVersion: string;
  taskDefinition: Arn;
  networkConfiguration: NetworkConfiguration;
  createdAt: Timestamp;
  deployments: Deployment[];
  /** Newest first, as ECS returns them. */
  events: ServiceEvent[];
  serviceRevisions: ServiceRevision[];
  serviceDeployments: ServiceDeployment[];
}

type LaunchType = 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';

interface NetworkConfiguration {
  awsvpcConfiguration: { subnets: string[]; securityGroups: string[]; assignPublicIp: 'ENABLED' | 'DISABLED' };
}

/** The older view of a deployment, a part of its service. */
interface Deployment {
  id: string;
  status: 'PRIMARY' | 'ACTIVE' | 'INACTIVE';
  taskDefinition: Arn;
  desiredCount: number;
  pendingCount: number;
  runningCount: number;
  failedTasks: number;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  rolloutState: 'COMPLETED' | 'FAILED' | 'IN_PROGRESS';
  rolloutStateReason: string;
}

interface ServiceEvent {
  id: string;
  createdAt: Timestamp;
  message: string;
}

interface ServiceRevision {
  id: string;
  taskDefinition: Arn;
  createdAt: Timestamp;
  /** The digests that ECS froze when the deployment began. */
  containerImages: { containerName: string; image: string; imageDigest?: string }[];
}

export interface ServiceDeployment {
  id: string;
  status:
    | 'PENDING'
    | 'IN_PROGRESS'
    | 'SUCCESSFUL'
    | 'STOPPED'
    | 'ROLLBACK_IN_PROGRESS'
    | 'ROLLBACK_FAILED'
    | 'ROLLBACK_SUCCESSFUL';
  statusReason?: string;
  /** The `id` of the revision that the deployment rolls out. */
  targetServiceRevision: string;
  /** The revision that it went back to. */
  rollbackServiceRevision?: string;
  createdAt: Timestamp;
  startedAt: Timestamp;
  finishedAt?: Timestamp;
}

export interface Task {
  /** The last part of its ARN: 32 hexadecimal digits. */
  id: string;
  taskDefinitionArn: Arn;
  /** `service:NAME`, or what a person gave `RunTask`. */
  group: string;
  startedBy?: string;
  launchType?: LaunchType;
  capacityProviderName?: string;
  containerInstanceArn?: Arn;
  platformVersion?: string;
  desiredStatus: 'RUNNING' | 'STOPPED';
  lastStatus: 'PROVISIONING' | 'PENDING' | 'RUNNING' | 'STOPPED';
  createdAt: Timestamp;
  startedAt?: Timestamp;
  stoppedAt?: Timestamp;
  pullStartedAt?: Timestamp;
  pullStoppedAt?: Timestamp;
  attributes?: { name: string; value: string }[];
  stopCode?: string;
  stoppedReason?: string;
  containers: TaskContainer[];
  attachments: { id: string; type: string; status: string; details: { name: string; value: string }[] }[];
  overrides: { executionRoleArn?: Arn };
}

interface TaskContainer {
  name: string;
  image: string;
  lastStatus: string;
  imageDigest?: string;
  reason?: string;
}

export interface TaskDefinition {
  family: string;
  revision: number;
  status: 'ACTIVE' | 'INACTIVE';
  executionRoleArn?: Arn;
  taskRoleArn?: Arn;
  networkMode: string;
  cpu: string;
  memory: string;
  requiresCompatibilities: string[];
  registeredAt: Timestamp;
  /** Without it, Fargate gives 20 GiB. */
  ephemeralStorage?: { sizeInGiB: number };
  runtimePlatform?: { cpuArchitecture: 'X86_64' | 'ARM64'; operatingSystemFamily: string };
  containerDefinitions: ContainerDefinition[];
}

interface ContainerDefinition {
  name: string;
  image: string;
  essential: boolean;
  cpu: number;
  logConfiguration?: { logDriver: string; options: Record<string, string> };
  secrets?: { name: string; valueFrom: string }[];
  versionConsistency?: 'enabled' | 'disabled';
  repositoryCredentials?: { credentialsParameter: Arn };
}
