import type { Arn, Timestamp } from '../../../domain/aws.ts';

/** What runs images outside of ECS, of one account in one Region. */
export interface WorkloadEstate {
  functions?: LambdaFunction[];
  eksClusters?: EksCluster[];
  batchJobs?: BatchJob[];
  computeEnvironments?: ComputeEnvironment[];
  builds?: BuildProject[];
  appRunner?: AppRunnerService[];
}

/** A function whose code is an image. */
export interface LambdaFunction {
  name: string;
  imageUri: string;
  role: Arn;
  architecture: 'x86_64' | 'arm64';
}

export interface EksCluster {
  name: string;
  createdAt: Timestamp;
  securityGroup: string;
  subnetIds: string[];
  /** The role of the nodes that EKS Auto Mode starts; it is off without one. */
  autoModeRole?: Arn;
  nodegroups: Nodegroup[];
  fargateProfiles: FargateProfile[];
}

export interface Nodegroup {
  name: string;
  nodeRole: Arn;
  subnets: string[];
  amiType: string;
  hasLaunchTemplate?: boolean;
}

export interface FargateProfile {
  name: string;
  podExecutionRole: Arn;
  subnets: string[];
  selectors: { namespace: string; labels?: Record<string, string> }[];
}

export interface BatchJob {
  id: string;
  name: string;
  /** The ARN of its queue's compute environment stands for the queue. */
  computeEnvironment: Arn;
  platform: 'FARGATE' | 'EC2';
  image: string;
  executionRole?: Arn;
  assignPublicIp?: 'ENABLED' | 'DISABLED';
}

export interface ComputeEnvironment {
  arn: Arn;
  type: 'FARGATE' | 'FARGATE_SPOT' | 'EC2' | 'SPOT';
  subnets: string[];
  securityGroupIds: string[];
  /** The ARN of an instance profile. */
  instanceProfile?: Arn;
}

export interface BuildProject {
  name: string;
  image: string;
  imagePullCredentialsType: 'CODEBUILD' | 'SERVICE_ROLE';
  serviceRole: Arn;
  architecture: 'x86_64' | 'arm64';
  vpcId?: string;
}

export interface AppRunnerService {
  arn: Arn;
  name: string;
  image: string;
  accessRole?: Arn;
}
