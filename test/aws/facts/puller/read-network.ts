import type { Incident } from '../../../../src/domain/incident.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { stoppedTaskId } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findNetwork } from '../../../../src/sandbox/worlds/parts/find.ts';
import { WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { useEndpoints } from '../../../../src/sandbox/worlds/parts/private-network.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

export const PLACE = { account: WORKLOAD, region: 'us-east-1' } as const;
export const SERVICE = anIncident({
  workload: { kind: 'ecs-service', place: PLACE, cluster: 'prod', service: 'my-app' },
});
export const TASK = anIncident({
  workload: { kind: 'ecs-task', place: PLACE, cluster: 'prod', task: stoppedTaskId('my-app') },
});

export const healthy = (): void => undefined;
export const withEndpoints = (estate: Estate): void => useEndpoints(findNetwork(estate));

export async function read(incident: Incident, change: (estate: Estate) => void = healthy) {
  const learned = await readFact('network', incident, change);
  if (!learned.known) throw new Error(`a gap: ${JSON.stringify(learned.gap)}`);
  const [estate] = learned.value.estates;
  if (estate === undefined) throw new Error('no estate');
  return { ...learned.value, estate, evidence: learned.evidence };
}
