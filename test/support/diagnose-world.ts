import { AwsFactSource } from '../../src/aws/fact-source.ts';
import { Identities } from '../../src/aws/identities.ts';
import { CallMeter } from '../../src/aws/meter.ts';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { parseImage } from '../../src/intake/parse-image.ts';
import { readMessage, toIncident } from '../../src/intake/parse-message.ts';
import { withDerivedFacts } from '../../src/investigation/derived-facts.ts';
import { investigate } from '../../src/investigation/investigate.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../src/sandbox/accounts.ts';
import type { Estate } from '../../src/sandbox/aws/estate.ts';
import { worldHandler } from '../../src/sandbox/aws/handler.ts';
import type { World } from '../../src/sandbox/worlds/world.ts';

/** Our identities in a world, as the sandbox gives them to the bot. */
export function identitiesIn(estate: Estate): Identities {
  return new Identities({
    accounts: SANDBOX_ACCOUNTS,
    homeRegion: 'us-east-1',
    maxAttempts: 2,
    credentials: selfCredentials(estate),
    lookupsPerSecond: Number.POSITIVE_INFINITY,
    requestHandler: worldHandler(() => estate),
  });
}

/** What a person reports in a world: its message, or a question about its image. */
export function incidentOf(world: World): Incident {
  const reading = readMessage(world.message);
  const incident = toIncident(reading, { id: world.id, reportedAt: new Date().toISOString() });
  const image = incident.image ?? parseImage(world.image ?? '');
  return { ...incident, image, workload: world.workload ?? incident.workload };
}

export async function diagnoseWorld(world: World): Promise<{ diagnosis: Diagnosis; meter: CallMeter; bugs: string[] }> {
  const meter = new CallMeter();
  const bugs: string[] = [];
  const source = withDerivedFacts(new AwsFactSource(identitiesIn(world.build()), meter));
  const onBug = (check: string, error: unknown): number =>
    bugs.push(`${check}: ${error instanceof Error ? error.stack : String(error)}`);
  const diagnosis = await investigate(incidentOf(world), { source, tell: () => undefined, onBug });
  return { diagnosis, meter, bugs };
}
