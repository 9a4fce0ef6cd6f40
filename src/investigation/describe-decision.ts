import { listOf } from '../lib/plural.ts';
import type {
  AccessDecision,
  NamedDocument,
  PolicySet,
  RegistryPolicy,
  StatementRef,
} from '../semantics/iam-policy/index.ts';

type LayerDecision = AccessDecision['layers'][number];

/** Statements are counted from one, as a person would. */
export function describeStatement({ document, index, sid }: StatementRef): string {
  return `statement ${index + 1}${sid === undefined ? '' : ` (${sid})`} of ${document}`;
}

/** What an undecided access hangs on: each fills "depends on …". None when it is decided. */
export function unknownsOf({ outcome, missingKeys, layers }: AccessDecision, policies: PolicySet): readonly string[] {
  if (outcome !== 'unknown') return [];
  const undecided = layers.filter(({ result, missingKeys: keys }) => result === 'unknown' && keys === undefined);
  return [...keysWords(missingKeys), ...undecided.map((layer) => layerWords(layer, policies))];
}

function keysWords(keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return [];
  const names = listOf(keys.map((key) => `\`${key}\``));
  return [
    keys.length === 1
      ? `the condition key ${names}, whose value is not known`
      : `the condition keys ${names}, whose values are not known`,
  ];
}

/** A layer hangs on no key when a policy of it was not read, or when AWS does not say how it would decide. */
function layerWords({ layer, statement }: LayerDecision, policies: PolicySet): string {
  const documents = documentsOf(layer, policies);
  if (documents === 'unknown' || documents.some(({ document }) => document === 'unknown') || statement === undefined) {
    return `the ${layer} policy, which could not be read`;
  }
  if (layer === 'registry' && hasUnknownScope(policies)) return 'the registry policy, whose scope could not be read';
  return `${describeStatement(statement)}, which names principals in a way that AWS does not say how to decide`;
}

/** The documents of the layers that we read; none of the others. */
export function documentsOf(layer: LayerDecision['layer'], policies: PolicySet): readonly NamedDocument[] | 'unknown' {
  switch (layer) {
    case 'identity-based':
      return policies.identity;
    case 'permissions boundary':
      return listed(policies.permissionsBoundary);
    case 'resource-based':
      return listed(policies.resource);
    case 'registry':
      return isRead(policies.registry) ? [policies.registry.policy] : listed(policies.registry);
    case 'service control':
      return ofLevels(policies.serviceControl);
    case 'resource control':
      return ofLevels(policies.resourceControl);
    default:
      return [];
  }
}

function listed(policy: NamedDocument | null | 'unknown'): readonly NamedDocument[] | 'unknown' {
  if (policy === 'unknown') return policy;
  return policy === null ? [] : [policy];
}

/** A level of which nothing could be read makes the layer one that could not be. */
function ofLevels(levels: PolicySet['serviceControl']): readonly NamedDocument[] | 'unknown' {
  if (levels === 'unknown' || levels === null) return levels ?? [];
  return levels.includes('unknown') ? 'unknown' : levels.flatMap((level) => (level === 'unknown' ? [] : level));
}

function hasUnknownScope({ registry }: PolicySet): boolean {
  return isRead(registry) && registry.scope === 'unknown';
}

function isRead(registry: PolicySet['registry']): registry is RegistryPolicy {
  return registry !== null && registry !== 'unknown';
}
