import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { STSClient } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { worldHandler, type WorldHandlerOptions } from '../../../src/sandbox/aws/handler.ts';

export const REGISTRY = '123456789012';
export const WORKLOAD = '444455556666';
export const STAGING = '777788889999';

interface Identity {
  readonly account?: string;
  /** The role to assume; the bot's own identity when absent. */
  readonly role?: string;
  readonly region?: string;
  readonly maxAttempts?: number;
  /** The inline policy of the session, and the person behind it. */
  readonly Policy?: string;
  readonly SourceIdentity?: string;
}

/** Real SDK clients over an estate, as some role in some account. */
export function clientsIn(estate: Estate | (() => Estate), identity: Identity = {}, options: WorldHandlerOptions = {}) {
  const world = typeof estate === 'function' ? estate : () => estate;
  const { account = REGISTRY, role, region = 'us-east-1', maxAttempts = 2, ...params } = identity;
  const requestHandler = worldHandler(world, options);
  const { accessKeyId, secretAccessKey } = world().self;
  const own = { accessKeyId, secretAccessKey };
  const assumed = () =>
    fromTemporaryCredentials({
      masterCredentials: own,
      params: {
        RoleArn: `arn:aws:iam::${account}:role/${role}`,
        RoleSessionName: 'test',
        ExternalId: 'sandbox',
        ...params,
      },
      clientConfig: { region: 'us-east-1', requestHandler },
    });
  const config = { region, requestHandler, maxAttempts, credentials: role === undefined ? own : assumed() };
  return {
    cloudtrail: new CloudTrailClient(config),
    ec2: new EC2Client(config),
    ecr: new ECRClient(config),
    ecs: new ECSClient(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    organizations: new OrganizationsClient(config),
    secretsmanager: new SecretsManagerClient(config),
    sts: new STSClient(config),
  };
}

export const reader = (estate: Estate | (() => Estate), account = REGISTRY, more: Identity = {}) =>
  clientsIn(estate, { account, role: 'EcrWhyRead', ...more });

export const fixer = (estate: Estate, more: Identity = {}) => clientsIn(estate, { role: 'EcrWhyFix', ...more });
