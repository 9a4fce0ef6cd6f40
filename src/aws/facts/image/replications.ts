import { DescribeImageReplicationStatusCommand, DescribeRegistryCommand } from '@aws-sdk/client-ecr';
import type { ImageReplicationStatus, ReplicationRule } from '@aws-sdk/client-ecr';
import type { Place } from '../../../domain/aws.ts';
import type { ImageCopy, Replication } from '../../../domain/facts/copies.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { AwsTrouble } from '../../errors.ts';
import { foundAmong } from '../../look-around.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

const STATUS = 'ecr:DescribeImageReplicationStatus';

export const replications = defineFact({
  name: 'replications',
  actions: ['ecr:DescribeRegistry', STATUS],
  async read(reader) {
    const copies = await reader.need('imageElsewhere');
    const found = await foundAmong(copies.map((copy) => replicationFrom(copy, reader)));
    return { value: found.map(({ value }) => value), evidence: found.flatMap(({ evidence }) => evidence) };
  },
});

/** What the copy's own registry says; `null` when none of its rules leads here. */
async function replicationFrom(
  { digest, account, region }: ImageCopy,
  reader: Reader,
): Promise<{ value: Replication; evidence: readonly Evidence[] } | null> {
  const { image, place: here } = registryOf(reader);
  const source = { account, region };
  const registry = await reader.ask(source, 'ecr:DescribeRegistry', ({ ecr }) =>
    ecr.send(new DescribeRegistryCommand({})),
  );
  const rules = (registry.output?.replicationConfiguration?.rules ?? []).filter((rule) => leadsTo(rule, here));
  if (rules.length === 0) return null;
  const prefixes = rules.flatMap(prefixesOf);
  const common = { ...source, digest, prefixes, failure: null };
  const rule = registry.says(
    `registry ${account} ${region}`,
    `replicates ${prefixes.length === 0 ? 'everything' : prefixes.join(', ')} to ${here.account} ${here.region}`,
  );
  if (!rules.some((each) => takes(each, image.repository)))
    return { value: { ...common, state: 'left-out' }, evidence: [rule] };

  const { output, says } = await reader.ask(source, STATUS, ({ ecr }) =>
    ecr.send(
      new DescribeImageReplicationStatusCommand({
        registryId: account,
        repositoryName: image.repository,
        imageId: { imageDigest: digest },
      }),
    ),
  );
  const status = statusOf(output?.replicationStatuses ?? [], here, source);
  const value: Replication = { ...common, state: stateOf(status), failure: status?.failureCode ?? null };
  const observed = `replication to ${here.account} ${here.region}: ${value.state} ${value.failure ?? ''}`.trimEnd();
  return { value, evidence: [rule, says(`${image.repository}@${digest}`, observed)] };
}

function leadsTo({ destinations }: ReplicationRule, { account, region }: Place): boolean {
  return (destinations ?? []).some((each) => each.registryId === account && each.region === region);
}

/** No filter takes every repository (ECR API reference, ReplicationRule). */
function prefixesOf({ repositoryFilters }: ReplicationRule): readonly string[] {
  return (repositoryFilters ?? []).flatMap(({ filter }) => filter ?? []);
}

function takes(rule: ReplicationRule, repository: string): boolean {
  const prefixes = prefixesOf(rule);
  return prefixes.length === 0 || prefixes.some((prefix) => repository.startsWith(prefix));
}

/**
 * The reference calls `registryId` the account that the image belongs to, without saying whether it means source or
 * destination. Where it names this account, it means this one; else what is said of the Region is taken, if it is one thing.
 *
 * @throws AwsTrouble when several destinations of the Region cannot be told apart.
 */
function statusOf(
  statuses: readonly ImageReplicationStatus[],
  here: Place,
  source: Place,
): ImageReplicationStatus | undefined {
  const ofRegion = statuses.filter(({ region }) => region === here.region);
  const exact = ofRegion.find(({ registryId }) => registryId === here.account);
  if (exact !== undefined) return exact;
  const perhaps = ofRegion.filter(({ registryId }) => registryId === undefined || registryId === source.account);
  if (perhaps.length > 1) throw new AwsTrouble('unavailable', { action: STATUS, place: source });
  return perhaps[0];
}

function stateOf(status: ImageReplicationStatus | undefined): Replication['state'] {
  switch (status?.status) {
    case 'IN_PROGRESS':
      return 'in-progress';
    case 'COMPLETE':
      return 'complete';
    case 'FAILED':
      return 'failed';
    case undefined:
      return 'not-sent';
  }
}
