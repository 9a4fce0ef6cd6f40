import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { NOBODY, type Probe } from '../probe.ts';

export const SECRETS_PROBES = {
  // The whole ARN: of a name that does not exist AWS would judge the bare name, which no policy on ARNs matches.
  'secretsmanager:DescribeSecret': {
    send: ({ secretsmanager }, { partition, region, account }) =>
      secretsmanager.send(
        new DescribeSecretCommand({
          SecretId: `arn:${partition}:secretsmanager:${region}:${account}:secret:ecr-pullthroughcache/${NOBODY}-000000`,
        }),
      ),
    letIn: ['ResourceNotFoundException'],
  },
} satisfies Readonly<Record<string, Probe>>;
