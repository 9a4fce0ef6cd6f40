import type { FactName, FactSource, Learned } from '../domain/facts.ts';
import type { Incident } from '../domain/incident.ts';
import { AwsTrouble, gapOf } from './errors.ts';
import { FACTS } from './facts/index.ts';
import type { Identities } from './identities.ts';
import { type CallMeter, currentMeter } from './meter.ts';
import { Reader, type ReadFactName } from './reader.ts';

/** The facts that AWS tells, each read once for one investigation, as many at a time as are asked for. */
export class AwsFactSource implements FactSource<ReadFactName> {
  readonly #identities: Identities;
  readonly #meter: CallMeter;
  readonly #now: () => Date;
  readonly #learned = new Map<FactName, Promise<Learned<FactName>>>();

  constructor(identities: Identities, meter: CallMeter, now: () => Date = () => new Date()) {
    this.#identities = identities;
    this.#meter = meter;
    this.#now = now;
  }

  learn<Name extends ReadFactName>(name: Name, incident: Incident): Promise<Learned<Name>> {
    const known = this.#learned.get(name);
    const learning = known ?? currentMeter.run(this.#meter, () => this.#read(name, incident));
    this.#learned.set(name, learning);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The map holds many facts under one type; a name is only ever given its own.
    return learning as Promise<Learned<Name>>;
  }

  async #read(name: ReadFactName, incident: Incident): Promise<Learned<FactName>> {
    const reader = new Reader({
      incident,
      identities: this.#identities,
      learn: (needed) => this.learn(needed, incident),
      now: this.#now,
    });
    try {
      const { value, evidence } = await FACTS[name].read(reader);
      return { known: true, value, evidence };
    } catch (error) {
      if (!(error instanceof AwsTrouble)) throw error;
      return { known: false, gap: gapOf(name, error) };
    }
  }
}
