import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { BatchClient } from '@aws-sdk/client-batch';
import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { EKSClient } from '@aws-sdk/client-eks';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { Route53Client } from '@aws-sdk/client-route-53';
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import type { Place } from '../domain/aws.ts';
import { RateLimiter } from '../lib/rate-limiter.ts';
import { currentMeter } from './meter.ts';

export type Credentials = NonNullable<STSClientConfig['credentials']>;
type RequestHandler = NonNullable<STSClientConfig['requestHandler']>;

/** Every client for one place and one identity. */
export interface Clients {
  readonly ecr: ECRClient;
  readonly ecs: ECSClient;
  readonly iam: IAMClient;
  readonly cloudtrail: CloudTrailClient;
  readonly ec2: EC2Client;
  readonly secretsmanager: SecretsManagerClient;
  readonly kms: KMSClient;
  readonly apprunner: AppRunnerClient;
  readonly batch: BatchClient;
  readonly codebuild: CodeBuildClient;
  readonly eks: EKSClient;
  readonly lambda: LambdaClient;
  readonly organizations: OrganizationsClient;
  readonly route53: Route53Client;
  readonly sts: STSClient;
  /** The pace of CloudTrail's lookups: one for all investigations, as these clients are. */
  readonly lookups: RateLimiter;
}

export interface ClientOptions {
  /** Answers requests in place of the network; one for all clients, so that connections are shared. */
  readonly requestHandler?: RequestHandler;
  /** How often a call is tried in all. */
  readonly maxAttempts: number;
  /** Lookups in CloudTrail a second; what AWS allows when absent. Where nobody counts them, `Infinity`. */
  readonly lookupsPerSecond?: number;
}

/** For each account and Region. (CloudTrail API reference, LookupEvents.) */
const LOOKUPS_PER_SECOND = 2;

/** Clients that never have a default Region: the place is always said. */
export function createClients(
  place: Place,
  credentials: Credentials | undefined,
  { requestHandler, maxAttempts, lookupsPerSecond = LOOKUPS_PER_SECOND }: ClientOptions,
): Clients {
  const config = {
    region: place.region,
    retryMode: 'adaptive',
    maxAttempts,
    ...(credentials !== undefined && { credentials }),
    ...(requestHandler !== undefined && { requestHandler }),
  } as const;
  return {
    ecr: metered(new ECRClient(config), place),
    ecs: metered(new ECSClient(config), place),
    iam: metered(new IAMClient(config), place),
    cloudtrail: metered(new CloudTrailClient(config), place),
    ec2: metered(new EC2Client(config), place),
    secretsmanager: metered(new SecretsManagerClient(config), place),
    kms: metered(new KMSClient(config), place),
    apprunner: metered(new AppRunnerClient(config), place),
    batch: metered(new BatchClient(config), place),
    codebuild: metered(new CodeBuildClient(config), place),
    eks: metered(new EKSClient(config), place),
    lambda: metered(new LambdaClient(config), place),
    organizations: metered(new OrganizationsClient(config), place),
    route53: metered(new Route53Client(config), place),
    sts: metered(new STSClient(config), place),
    lookups: new RateLimiter(lookupsPerSecond),
  };
}

interface Meterable {
  readonly middlewareStack: {
    add(
      middleware: (
        next: (args: { input: unknown }) => Promise<unknown>,
        context: { clientName?: string; commandName?: string },
      ) => (args: { input: unknown }) => Promise<unknown>,
      options: { step: 'initialize'; name: string },
    ): void;
  };
}

function metered<Client>(client: Client, { account, region }: Place): Client {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The SDK types the stack by each client's own commands; ours looks at none of them.
  const { middlewareStack } = client as unknown as Meterable;
  middlewareStack.add(
    (next, { clientName = '', commandName = '' }) =>
      (args) => {
        currentMeter
          .getStore()
          ?.record({ service: clientName, operation: commandName, place: `${account} ${region}`, input: args.input });
        return next(args);
      },
    { step: 'initialize', name: 'callMeter' },
  );
  return client;
}
