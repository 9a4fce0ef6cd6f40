import { AwsFactSource } from '../../../src/aws/fact-source.ts';
import { CallMeter } from '../../../src/aws/meter.ts';
import type { ReadFactName } from '../../../src/aws/reader.ts';
import type { Learned } from '../../../src/domain/facts.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { identitiesIn } from '../../support/diagnose-world.ts';

class Recorder extends CallMeter {
  readonly operations: string[] = [];

  override record(call: Parameters<CallMeter['record']>[0]): void {
    this.operations.push(call.operation.replace(/Command$/, ''));
  }
}

/** One fact, read as `readFact` does, and the names of the calls that were made for it. */
export async function readRecorded<Name extends ReadFactName>(
  name: Name,
  incident: Incident,
  change: (estate: Estate) => void = () => undefined,
): Promise<{ readonly learned: Learned<Name>; readonly operations: readonly string[] }> {
  const estate = healthyEstate();
  change(estate);
  const recorder = new Recorder();
  const learned = await new AwsFactSource(identitiesIn(estate), recorder).learn(name, incident);
  return { learned, operations: recorder.operations };
}
