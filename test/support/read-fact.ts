import { AwsFactSource } from '../../src/aws/fact-source.ts';
import { CallMeter } from '../../src/aws/meter.ts';
import type { ReadFactName } from '../../src/aws/reader.ts';
import type { Learned } from '../../src/domain/facts.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Estate } from '../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../src/sandbox/worlds/healthy-estate.ts';
import { identitiesIn } from './diagnose-world.ts';

/** One fact, read by the real SDK clients from an estate; `change` breaks the healthy one first. */
export function readFact<Name extends ReadFactName>(
  name: Name,
  incident: Incident,
  change: (estate: Estate) => void = () => undefined,
): Promise<Learned<Name>> {
  const estate = healthyEstate();
  change(estate);
  return new AwsFactSource(identitiesIn(estate), new CallMeter()).learn(name, incident);
}
