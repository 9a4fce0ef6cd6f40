import type { Action, Place } from '../domain/aws.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { ReadFacts, Learned } from '../domain/facts.ts';
import type { Incident } from '../domain/incident.ts';
import type { Clients } from './clients.ts';
import { AwsTrouble, errorName, troubleOf, troubleReason } from './errors.ts';
import type { Identities } from './identities.ts';

export type ReadFactName = keyof ReadFacts;

/** What a fact module has in its hands: AWS, the incident, and the facts that it builds on. */
export class Reader {
  readonly incident: Incident;
  readonly identities: Identities;
  readonly #learn: <Name extends ReadFactName>(name: Name) => Promise<Learned<Name>>;
  readonly #now: () => Date;

  constructor(options: {
    incident: Incident;
    identities: Identities;
    learn: <Name extends ReadFactName>(name: Name) => Promise<Learned<Name>>;
    now: () => Date;
  }) {
    this.incident = options.incident;
    this.identities = options.identities;
    this.#learn = options.learn;
    this.#now = options.now;
  }

  get now(): Date {
    return this.#now();
  }

  /**
   * Asks AWS one thing. `absent` names the errors that are an answer ("there is none"): they give `null`. Trouble
   * reaching AWS is thrown as `AwsTrouble`; anything else is a bug and is thrown as it is.
   */
  async ask<Output>(
    place: Place,
    action: Action,
    call: (clients: Clients) => Promise<Output>,
    absent: readonly string[] = [],
  ): Promise<Answer<Output>> {
    const clients = await this.identities.reading(place);
    const { account, region } = place;
    const at = this.#now().toISOString();
    const answer = (output: Output | null): Answer<Output> => ({
      output,
      // A fact that is a place as well, such as a repository, must not come along whole.
      says: (subject, observed) => ({ action, place: { account, region }, subject, observed, at }),
    });
    try {
      return answer(await call(clients));
    } catch (error) {
      if (absent.includes(errorName(error))) return answer(null);
      const reason = troubleReason(error);
      if (reason === null) throw error;
      throw new AwsTrouble(
        reason,
        { action, place, role: this.identities.account(place.account)?.readRole ?? null },
        error,
      );
    }
  }

  /** A fact that this one builds on, where not every gap in it is a gap here. */
  learn<Name extends ReadFactName>(name: Name): Promise<Learned<Name>> {
    return this.#learn(name);
  }

  /** A fact that this one builds on. A gap in it is a gap here. */
  async need<Name extends ReadFactName>(name: Name): Promise<ReadFacts[Name]> {
    return (await this.needSeen(name)).value;
  }

  /** The same with what AWS said of it, for a fact that is a part of it. */
  async needSeen<Name extends ReadFactName>(name: Name): Promise<FactReading<Name>> {
    const learned = await this.#learn(name);
    if (learned.known) return learned;
    throw troubleOf(learned.gap);
  }
}

export interface Answer<Output> {
  /** `null`: asked, and there is none. */
  readonly output: Output | null;
  /** This answer as evidence, in the fact module's words. */
  readonly says: (subject: string, observed: string) => Evidence;
}

/** What reading a fact yields. */
export interface FactReading<Name extends ReadFactName> {
  readonly value: ReadFacts[Name];
  readonly evidence: readonly Evidence[];
}

/** One fact: the IAM actions that reading it takes, and how it is read. */
export interface FactModule<Name extends ReadFactName = ReadFactName> {
  readonly name: Name;
  /** The read policy in docs/iam is generated from these. */
  readonly actions: readonly Action[];
  read(reader: Reader): Promise<FactReading<Name>>;
}

/** Does nothing at run time; at compile time it ties what is read to the fact's name. */
export function defineFact<const Name extends ReadFactName>(fact: FactModule<Name>): FactModule<Name> {
  return fact;
}
