import { apprunner } from './apprunner.ts';
import { batch } from './batch.ts';
import { cloudtrail } from './cloudtrail.ts';
import { codebuild } from './codebuild.ts';
import { ec2 } from './ec2/index.ts';
import { ecr } from './ecr/index.ts';
import { ecs } from './ecs/index.ts';
import { eks } from './eks.ts';
import { iam } from './iam/index.ts';
import { kms } from './kms.ts';
import { lambda } from './lambda.ts';
import type { Service } from './operation.ts';
import { route53 } from './route53.ts';
import { organizations } from './organizations.ts';
import { secretsmanager } from './secretsmanager.ts';
import { sts } from './sts.ts';

/** Every service of the sandbox, by the name that a signature and an IAM action give it. */
export const SERVICES: Readonly<Record<string, Service>> = {
  apprunner,
  batch,
  cloudtrail,
  codebuild,
  ec2,
  ecr,
  ecs,
  eks,
  iam,
  kms,
  lambda,
  route53,
  organizations,
  secretsmanager,
  sts,
};
