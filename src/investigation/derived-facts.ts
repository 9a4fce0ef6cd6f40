import type { EcrIncident } from '../domain/check.ts';
import type { DerivedFacts, FactName, FactSource, Learned, ReadFacts } from '../domain/facts.ts';
import { isEcrImage } from '../domain/image-reference.ts';
import type { Incident } from '../domain/incident.ts';
import { DERIVED } from './derived/index.ts';

/** A source that knows what AWS tells and what follows from it, each derived once. */
export function withDerivedFacts(source: FactSource<keyof ReadFacts>): FactSource {
  const derived = new Map<FactName, Promise<Learned<FactName>>>();

  function derive(name: keyof DerivedFacts, incident: Incident): Promise<Learned<FactName>> {
    if (!isEcr(incident)) throw new Error(`${name} was asked for an image outside of ECR`);
    const deriving = derived.get(name) ?? DERIVED[name].derive((read) => source.learn(read, incident), incident);
    derived.set(name, deriving);
    return deriving;
  }

  return {
    learn<Name extends FactName>(name: Name, incident: Incident): Promise<Learned<Name>> {
      const learning: Promise<Learned<FactName>> = isDerived(name)
        ? derive(name, incident)
        : source.learn(readName(name), incident);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both sides hold a fact under its own name only
      return learning.then((learned) => asking(learned, name)) as Promise<Learned<Name>>;
    },
  };
}

/** A gap in what a fact builds on is a gap in that fact. */
function asking(learned: Learned<FactName>, fact: FactName): Learned<FactName> {
  return learned.known ? learned : { known: false, gap: { ...learned.gap, fact } };
}

function isDerived(name: FactName): name is keyof DerivedFacts {
  return name in DERIVED;
}

function readName(name: FactName): keyof ReadFacts {
  if (isDerived(name)) throw new Error(`${name} is derived, not read`);
  return name;
}

function isEcr(incident: Incident): incident is EcrIncident {
  return isEcrImage(incident.image);
}
