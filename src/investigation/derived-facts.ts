import type { EcrIncident } from '../domain/check.ts';
import type {
  DerivedFacts,
  Evidence,
  FactName,
  Facts,
  FactSource,
  Known,
  Learned,
  ReadFacts,
} from '../domain/facts.ts';
import { isEcrImage } from '../domain/image-reference.ts';
import type { Incident } from '../domain/incident.ts';
import { lifecycleRemoval } from './derive-lifecycle.ts';
import { pullAccess, tokenAccess } from './derive-access.ts';
import { roleTrust } from './derive-trust.ts';
import { networkPaths } from './derive-network.ts';
import { gapBehind } from './network-gap.ts';

type Source = FactSource<keyof ReadFacts>;
type Deriver<Name extends keyof DerivedFacts> = (source: Source, incident: EcrIncident) => Promise<Learned<Name>>;

const DERIVERS: { readonly [Name in keyof DerivedFacts]: Deriver<Name> } = {
  async roleTrust(source, incident) {
    const role = await source.learn('pullerRole', incident);
    if (!role.known) return role;
    if (role.value?.source !== 'execution-role') return known<'roleTrust'>(null, []);
    const workload = await source.learn('workload', incident);
    if (!workload.known) return workload;
    return known<'roleTrust'>(roleTrust(role.value, workload.value), role.evidence);
  },

  async tokenAccess(source, incident) {
    const role = await source.learn('pullerRole', incident);
    return role.known ? known<'tokenAccess'>(tokenAccess(role.value, incident), role.evidence) : role;
  },

  async pullAccess(source, incident) {
    const [role, repository, registry] = await Promise.all([
      source.learn('pullerRole', incident),
      source.learn('repositoryPolicy', incident),
      source.learn('registryPolicy', incident),
    ]);
    if (!role.known) return role;
    const access = pullAccess(
      role.value,
      repository.known ? repository.value : 'unknown',
      registry.known ? registry.value : 'unknown',
      incident,
    );
    // What the role lacks no other policy mends across accounts: a gap counts only when it leaves the answer open.
    const gap = [repository, registry].find((policy) => !policy.known);
    if (gap !== undefined && access.actions.some(({ outcome }) => outcome === 'unknown')) return gap;
    return known<'pullAccess'>(access, [
      ...role.evidence,
      ...[repository, registry].flatMap((policy) => (policy.known ? policy.evidence : [])),
    ]);
  },

  async lifecycleRemoval(source, incident) {
    const [policy, images] = await Promise.all([
      source.learn('lifecyclePolicy', incident),
      source.learn('images', incident),
    ]);
    if (!policy.known) return policy;
    if (policy.value === null) return known<'lifecycleRemoval'>(null, policy.evidence);
    if (!images.known) return images;
    return known<'lifecycleRemoval'>(lifecycleRemoval(policy.value.text, images.value, incident), [
      ...policy.evidence,
      ...images.evidence,
    ]);
  },

  async networkPaths(source, incident) {
    const [network, workload] = await Promise.all([
      source.learn('network', incident),
      source.learn('workload', incident),
    ]);
    if (!network.known) return network;
    if (!workload.known) return workload;
    const paths = networkPaths(network.value.estates, workload.value, incident);
    // A part that could not be read is a gap only when it keeps us from knowing where the pull gets through.
    const gap = gapBehind(paths, network.value.gaps);
    return gap === null ? known<'networkPaths'>(paths, network.evidence) : { known: false, gap };
  },
};

/** The read facts that each derived fact builds on. */
export const DERIVED_FROM: { readonly [Name in keyof DerivedFacts]: readonly (keyof ReadFacts)[] } = {
  roleTrust: ['pullerRole', 'workload'],
  tokenAccess: ['pullerRole'],
  pullAccess: ['pullerRole', 'repositoryPolicy', 'registryPolicy'],
  lifecycleRemoval: ['lifecyclePolicy', 'images'],
  networkPaths: ['network', 'workload'],
};

/** A source that knows what AWS tells and what follows from it, each derived once. */
export function withDerivedFacts(source: Source): FactSource {
  const derived = new Map<FactName, Promise<Learned<FactName>>>();

  function derive(name: keyof DerivedFacts, incident: Incident): Promise<Learned<FactName>> {
    if (!isEcr(incident)) throw new Error(`${name} was asked for an image outside of ECR`);
    const deriving = derived.get(name) ?? DERIVERS[name](source, incident);
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

function known<Name extends keyof DerivedFacts>(value: Facts[Name], evidence: readonly Evidence[]): Known<Name> {
  return { known: true, value, evidence };
}

function isDerived(name: FactName): name is keyof DerivedFacts {
  return name in DERIVERS;
}

function readName(name: FactName): keyof ReadFacts {
  if (isDerived(name)) throw new Error(`${name} is derived, not read`);
  return name;
}

function isEcr(incident: Incident): incident is EcrIncident {
  return isEcrImage(incident.image);
}
