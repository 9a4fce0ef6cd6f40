import type { EcrIncident } from '../domain/check.ts';
import type { FactSource } from '../domain/facts.ts';
import type { EcsWorkload } from '../domain/puller-facts.ts';
import type { StoryStep } from '../domain/story.ts';
import { describeGap } from './describe-gap.ts';
import type { OnBug } from './run-check.ts';

const STEP = { id: 'puller', title: 'Who pulls' } as const;

export const ASKING_WHO_PULLS: StoryStep = { ...STEP, status: 'asking', lines: [] };

/** Whose role and whose network are judged: a reader must see whom we took for the puller. */
export async function pullerStep(incident: EcrIncident, source: FactSource, onBug: OnBug): Promise<StoryStep> {
  const named =
    incident.workload?.kind === 'role' ? [`role ${incident.workload.role}, as the message or the question says`] : [];
  try {
    const workload = await source.learn('workload', incident);
    if (!workload.known) {
      const lines = named.length > 0 ? named : [describeGap(workload.gap)];
      return { ...STEP, status: named.length > 0 ? 'pass' : 'unknown', lines };
    }
    return { ...STEP, title: 'Found who pulls', status: 'pass', lines: [whoIs(workload.value), ...named] };
  } catch (error) {
    onBug('who-pulls', error);
    return { ...STEP, status: 'unknown', lines: [] };
  }
}

function whoIs({ service, cluster, account, region, taskDefinition, executionRole }: EcsWorkload): string {
  const what = service === null ? `a task of ${taskDefinition.split('/').at(-1)}` : `service ${service}`;
  const role = executionRole === null ? 'no execution role' : `execution role ${executionRole.split('/').at(-1)}`;
  return `${what} in cluster ${cluster}, account ${account} ${region}, ${role}`;
}
