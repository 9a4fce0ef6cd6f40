import type { Action, Arn } from '../../../../domain/aws.ts';
import type { Wish } from '../../wish.ts';
import type { Cluster, EcsEstate } from '../../estate.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import type { Call } from '../operation.ts';

export const ecsOf = ({ estate, caller, region }: Call): EcsEstate =>
  estate.accounts.find(({ id }) => id === caller.account)?.ecs[region] ?? { clusters: [], taskDefinitions: [] };

/** `arn:aws:ecs:us-east-1:444455556666:` and the rest. */
export const ecsArn = ({ caller, region }: Call, rest: string): Arn =>
  `arn:aws:ecs:${region}:${caller.account}:${rest}`;

/** The last part of an ARN, or the name itself: ECS takes either almost everywhere. */
export const shortOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

/** ECS looks into a cluster called `default` when the caller names none. */
export const clusterNameIn = ({ input }: Call): string => shortOf(textOf(input, 'cluster') ?? 'default');

/**
 * @throws AwsFault `ClusterNotFoundException`; `InvalidParameterException` for an ARN of another account, in the words
 * seen in teralytics/prometheus-ecs-discovery issue 95.
 */
export function findCluster(call: Call): Cluster {
  checkAccount(call, textOf(call.input, 'cluster') ?? '');
  const name = clusterNameIn(call);
  const cluster = ecsOf(call).clusters.find(({ clusterName }) => clusterName === name);
  if (cluster === undefined) throw new AwsFault('ClusterNotFoundException', 'Cluster not found.');
  return cluster;
}

export function checkAccount({ caller }: Call, nameOrArn: string): void {
  const account = nameOrArn.startsWith('arn:') ? nameOrArn.split(':')[4] : caller.account;
  if (account !== caller.account) {
    throw invalidParameter(`Identifier is for ${account}. Your accountId is ${caller.account}`);
  }
}

export const invalidParameter = (message: string): AwsFault => new AwsFault('InvalidParameterException', message);

/** One wish for each thing that a list parameter names: `service/prod/checkout`, `task/prod/0123…`. */
export const wishesForEach =
  (kind: 'service' | 'task', parameter: string) =>
  (call: Call, action: Action): readonly Wish[] =>
    textsOf(call.input, parameter).map((name) => ({
      action,
      resource: ecsArn(call, `${kind}/${clusterNameIn(call)}/${shortOf(name)}`),
      owner: call.caller.account,
    }));

/** What ECS puts in `failures` for a thing that it does not have. */
export const missing = (arn: Arn): { arn: Arn; reason: string } => ({ arn, reason: 'MISSING' });
