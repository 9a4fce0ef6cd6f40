import { DescribeServiceRevisionsCommand } from '@aws-sdk/client-ecs';
import { lastPart } from '../../../domain/arn.ts';
import type { Arn } from '../../../domain/aws.ts';
import type { LastGoodImage, ServiceRevision } from '../../../domain/facts/puller.ts';
import type { EcrImage } from '../../../domain/image-reference.ts';
import { describeImage, observedOf } from '../../describe-image.ts';
import { isOfRepository } from '../../ecs/find-by-image.ts';
import { resolvedImages } from '../../ecs/resolved-images.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

/** What one call takes. (ECS API reference, DescribeServiceRevisions.) */
const MOST_REVISIONS = 20;
/** Where the newest of them are gone, older ones mostly went before. */
const MOST_IMAGES = 3;

export const lastGoodImage = defineFact({
  name: 'lastGoodImage',
  actions: ['ecs:DescribeServiceRevisions', 'ecr:DescribeImages'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    // Who pulls is no service of ECS, so that none of its deployments is a way back.
    if ((await reader.need('serviceRevision')) === null) return { value: null, evidence: [] };
    const missed = await missedDigests(reader, image);
    const candidates = await deployedImages(reader, image);
    const others = candidates.filter(({ digest }) => !missed.has(digest)).slice(0, MOST_IMAGES);
    for (const { digest, ...candidate } of others) {
      const { image: found, says } = await describeImage(reader, place, image.repository, { imageDigest: digest });
      if (found?.status !== 'ACTIVE') continue;
      const evidence = says(`${image.repository}@${digest}`, `${observedOf(found)}, deployed ${candidate.deployedAt}`);
      return { value: { ...candidate, digest, tags: found.tags }, evidence: [evidence] };
    }
    return { value: null, evidence: [] };
  },
});

/** What is asked for is looked up already, and is not a way back to itself. */
async function missedDigests(reader: Reader, image: EcrImage): Promise<ReadonlySet<string>> {
  const frozen = await reader.learn('frozenImage');
  const known = frozen.known && frozen.value !== null ? [frozen.value.digest] : [];
  return new Set([...known, ...(image.digest === undefined ? [] : [image.digest])]);
}

type Candidate = Omit<LastGoodImage, 'tags'>;

/** What deployments that succeeded pulled from the repository, each digest once, the newest first. */
async function deployedImages(reader: Reader, wanted: EcrImage): Promise<readonly Candidate[]> {
  const deployments = await reader.need('serviceDeployments');
  const good = deployments.filter(({ status }) => status === 'SUCCESSFUL');
  const revisions = await revisionsOf(reader, [...new Set(good.flatMap(({ revision }) => revision ?? []))]);
  const all = good.flatMap(({ revision, finishedAt }) => {
    const { images = [], taskDefinition = null, startedAt = '' } = revisions.get(revision ?? '') ?? {};
    return images.flatMap(({ image, digest }) =>
      digest !== null && isOfRepository(image, wanted)
        ? [{ digest, image, taskDefinition, deployedAt: finishedAt ?? startedAt }]
        : [],
    );
  });
  return all.filter(({ digest }, index) => all.findIndex((each) => each.digest === digest) === index);
}

type Revision = Pick<ServiceRevision, 'images' | 'startedAt'> & { readonly taskDefinition: Arn | null };

/** What the service rolls out now is known already; ECS is asked for the others, all at once. */
async function revisionsOf(reader: Reader, arns: readonly Arn[]): Promise<ReadonlyMap<Arn, Revision>> {
  const [workload, current] = await Promise.all([reader.need('workload'), reader.need('serviceRevision')]);
  const { taskDefinition } = workload;
  const known = arns.flatMap((arn): [Arn, Revision][] =>
    current !== null && lastPart(arn) === current.id ? [[arn, { ...current, taskDefinition }]] : [],
  );
  const open = arns.filter((arn) => lastPart(arn) !== current?.id).slice(0, MOST_REVISIONS);
  if (open.length === 0) return new Map(known);
  const { output } = await reader.ask(workload, 'ecs:DescribeServiceRevisions', ({ ecs }) =>
    ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: open })),
  );
  const read = (output?.serviceRevisions ?? []).map((each): [Arn, Revision] => [
    each.serviceRevisionArn ?? '',
    {
      images: resolvedImages(each),
      startedAt: each.createdAt?.toISOString() ?? '',
      taskDefinition: each.taskDefinition ?? null,
    },
  ]);
  return new Map([...known, ...read]);
}
