import type { Action } from '../../../domain/aws.ts';
import type { Probe } from '../probe.ts';
import { CLOUDTRAIL_PROBES } from './cloudtrail.ts';
import { EC2_PROBES } from './ec2.ts';
import { ECR_PROBES } from './ecr.ts';
import { ECS_PROBES } from './ecs.ts';
import { IAM_PROBES } from './iam.ts';
import { ROUTE53_PROBES } from './route53.ts';
import { ORGANIZATIONS_PROBES } from './organizations.ts';
import { SECRETS_PROBES } from './secrets.ts';
import { WORKLOAD_PROBES } from './workloads.ts';

/** How each action of the reading role is tried. An action that is not here is reported as not tried, never as fine. */
export const PROBES: Readonly<Partial<Record<Action, Probe>>> = {
  ...ECR_PROBES,
  ...ECS_PROBES,
  ...EC2_PROBES,
  ...IAM_PROBES,
  ...CLOUDTRAIL_PROBES,
  ...ORGANIZATIONS_PROBES,
  ...SECRETS_PROBES,
  ...WORKLOAD_PROBES,
  ...ROUTE53_PROBES,
};

/** Actions that no harmless call tells about, and why. */
export const UNTRIABLE: Readonly<Partial<Record<Action, string>>> = {
  'kms:DescribeKey': 'each key’s own policy decides as well',
  'kms:ListGrants': 'each key’s own policy decides as well',
};
