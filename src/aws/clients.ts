import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import type { Place } from '../domain/aws.ts';
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
  readonly sts: STSClient;
}

export interface ClientOptions {
  /** Answers requests in place of the network; one for all clients, so that connections are shared. */
  readonly requestHandler?: RequestHandler;
  /** How often a call is tried in all. */
  readonly maxAttempts: number;
}

/** Clients that never have a default Region: the place is always said. */
export function createClients(
  place: Place,
  credentials: Credentials | undefined,
  { requestHandler, maxAttempts }: ClientOptions,
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
    sts: metered(new STSClient(config), place),
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
