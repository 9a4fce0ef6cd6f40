import { cloudtrail } from './cloudtrail.ts';
import { ec2 } from './ec2/index.ts';
import { ecr } from './ecr/index.ts';
import { ecs } from './ecs/index.ts';
import { iam } from './iam/index.ts';
import type { Service } from './operation.ts';
import { sts } from './sts.ts';

/** Every service of the sandbox, by the name that a signature and an IAM action give it. */
export const SERVICES: Readonly<Record<string, Service>> = { cloudtrail, ec2, ecr, ecs, iam, sts };
