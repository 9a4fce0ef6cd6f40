import { DescribeServiceDeploymentsCommand, DescribeServiceRevisionsCommand } from '@aws-sdk/client-ecs';
import type { Arn } from '../../../domain/aws.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { EcsWorkload, ServiceDeployment, ServiceRevision } from '../../../domain/facts/puller.ts';
import { lastPart } from '../../../domain/arn.ts';
import { resolvedImages } from '../../ecs/resolved-images.ts';
import { AwsTrouble } from '../../errors.ts';
import { defineFact, type Reader } from '../../reader.ts';

/** A task of no service gets no digest frozen: it pulls what the tag names. (ECS developer guide, "Container image resolution".) */
export const serviceRevision = defineFact({
  name: 'serviceRevision',
  actions: ['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments', 'ecs:DescribeServiceRevisions'],
  async read(reader) {
    if (!canBeEcs(reader.incident)) return { value: null, evidence: [] };
    const workload = await reader.need('workload');
    if (workload.service === null) return { value: null, evidence: [] };
    if (workload.candidates > 1) throw new AwsTrouble('several-pullers', {});
    const arn = (await deployedRevision(reader, workload)) ?? workload.revision;
    if (arn === null) throw new AwsTrouble('deployment-not-kept', { place: workload });
    return describeRevision(reader, workload, arn);
  },
});

function canBeEcs({ platform, workload }: Incident): boolean {
  if (workload !== null && workload.kind !== 'role') return workload.kind.startsWith('ecs-');
  return platform === 'ecs' || platform === 'unknown';
}

/** What the newest deployment rolls out: its target, or what it rolled back to; `null` when ECS keeps no deployment. */
async function deployedRevision(reader: Reader, workload: EcsWorkload): Promise<Arn | null> {
  const [newest] = await reader.need('serviceDeployments');
  if (newest === undefined) return null;
  const rolledBackTo = newest.status.startsWith('ROLLBACK') ? await rollbackOf(reader, workload, newest) : null;
  return rolledBackTo ?? newest.revision;
}

async function rollbackOf(reader: Reader, workload: EcsWorkload, { arn }: ServiceDeployment): Promise<Arn | null> {
  const { output } = await reader.ask(workload, 'ecs:DescribeServiceDeployments', ({ ecs }) =>
    ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })),
  );
  return output?.serviceDeployments?.[0]?.rollback?.serviceRevisionArn ?? null;
}

async function describeRevision(reader: Reader, workload: EcsWorkload, arn: Arn) {
  const { output, says } = await reader.ask(workload, 'ecs:DescribeServiceRevisions', ({ ecs }) =>
    ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn] })),
  );
  const revision = output?.serviceRevisions?.[0];
  if (revision?.createdAt === undefined) throw new AwsTrouble('deployment-not-kept', { place: workload });
  const images = resolvedImages(revision).map((each) =>
    workload.unfrozenContainers.includes(each.container) ? { ...each, digest: null } : each,
  );
  const value: ServiceRevision = { id: lastPart(arn), startedAt: revision.createdAt.toISOString(), images };
  const frozen = images.map(({ container, digest }) => `${container} ${digest ?? 'as its tag names'}`).join(', ');
  return { value, evidence: [says(`service revision ${value.id}`, `began ${value.startedAt}, pulls ${frozen}`)] };
}
