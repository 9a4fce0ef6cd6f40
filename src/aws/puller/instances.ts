import { DescribeInstancesCommand, type Filter, type Instance } from '@aws-sdk/client-ec2';
import type { Arn, Place } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { NetworkSource } from '../../domain/network-estate.ts';
import type { Puller } from '../../domain/puller.ts';
import { plural } from '../../lib/plural.ts';
import { sourceOf } from '../network/interfaces.ts';
import type { Reader } from '../reader.ts';

/** One look: of a larger fleet the rest is taken to be like these. */
const MOST_INSTANCES = 200;

/** A machine that pulls for what runs on it. */
export interface RunningInstance {
  readonly id: string;
  /** The instance profile; without one, the machine has no role. */
  readonly profile: Arn | null;
  /** Its primary interface, from which the pull leaves whatever network the task or pod has. */
  readonly source: NetworkSource | null;
  readonly os: Puller['os'];
  readonly architecture: Puller['architecture'];
  readonly tags: Readonly<Record<string, string>>;
}

export interface RunningInstances {
  readonly instances: readonly RunningInstance[];
  readonly evidence: readonly Evidence[];
}

/** The instances that run, or are about to, and that all filters fit; `subject` says in words which those are. */
export async function describeInstances(
  reader: Reader,
  place: Place,
  subject: string,
  filters: readonly Filter[],
): Promise<RunningInstances> {
  const { output, says } = await reader.ask(place, 'ec2:DescribeInstances', ({ ec2 }) =>
    ec2.send(
      new DescribeInstancesCommand({
        Filters: [...filters, { Name: 'instance-state-name', Values: ['pending', 'running'] }],
        MaxResults: MOST_INSTANCES,
      }),
    ),
  );
  const found = (output?.Reservations ?? []).flatMap(({ Instances = [] }) => Instances).map(toRunning);
  const more = output?.NextToken === undefined ? '' : ', and there are more';
  const subnets = new Set(found.flatMap(({ source }) => source?.subnet ?? []));
  const where = found.length === 0 ? '' : ` in ${[...subnets].join(', ')}`;
  return { instances: found, evidence: [says(subject, `${plural(found.length, 'instance')}${where}${more}`)] };
}

function toRunning(instance: Instance): RunningInstance {
  return {
    id: instance.InstanceId ?? '',
    profile: instance.IamInstanceProfile?.Arn ?? null,
    source: primarySourceOf(instance),
    os: instance.Platform?.toLowerCase() === 'windows' ? 'windows' : 'linux',
    architecture: ARCHITECTURES[instance.Architecture ?? ''] ?? 'unknown',
    tags: Object.fromEntries((instance.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
  };
}

const ARCHITECTURES: Readonly<Record<string, Puller['architecture']>> = { x86_64: 'X86_64', arm64: 'ARM64' };

function primarySourceOf({ NetworkInterfaces = [] }: Instance): NetworkSource | null {
  const primary = NetworkInterfaces.find(
    ({ Attachment }) => Attachment?.DeviceIndex === 0 && (Attachment.NetworkCardIndex ?? 0) === 0,
  );
  return primary?.SubnetId === undefined ? null : sourceOf(primary);
}

/** One source for each way in which the machines are connected: those that share subnet, groups and kind of address fail alike. */
export function sourcesOf(instances: readonly RunningInstance[]): readonly NetworkSource[] {
  const sources = instances.flatMap(({ source }) => source ?? []);
  const byWay = new Map(
    sources.toReversed().map((source): [string, NetworkSource] => {
      const { subnet, securityGroups, hasPublicAddress, hasIpv6Address } = source;
      return [JSON.stringify([subnet, securityGroups, hasPublicAddress, hasIpv6Address]), source];
    }),
  );
  return [...byWay.values()].toReversed();
}

/** What all of them have in common; `unknown` when they differ. */
export function commonOf<Value extends string>(values: readonly Value[]): Value | 'unknown' {
  const [first = 'unknown', ...others] = new Set(values);
  return others.length === 0 ? first : 'unknown';
}
