import type { AccountId } from '../../../domain/aws.ts';
import type { Learned, Unknown } from '../../../domain/facts.ts';
import type { ControlPolicies, Controls } from '../../../domain/facts/organization.ts';
import type { PolicyText } from '../../../domain/facts/registry.ts';
import type { AccessDecision, ControlLevel, NamedDocument, PolicySet } from '../../../semantics/iam-policy/index.ts';
import type { Circumstances } from './circumstances.ts';

type Levels = readonly (readonly NamedDocument[])[] | null | 'unknown';

/**
 * The policies of organizations over who asks and over what is asked for. A layer that nobody reads has no say, as if
 * there were none: a pull that it denies is for the simulator, or for IAM's own sentence, to tell.
 */
export function controlLayers(
  policies: ControlPolicies | undefined,
  asker: AccountId | null,
  registry: AccountId,
  document: (text: PolicyText) => NamedDocument,
): Pick<PolicySet, 'serviceControl' | 'resourceControl'> {
  if (policies === undefined) return { serviceControl: null, resourceControl: null };
  const resource = levelsOver(policies.resource, registry, document);
  return {
    serviceControl: levelsOver(policies.service, asker, document),
    // A policy that allows all is on every level and cannot be taken off: a level without one was not read whole.
    // (Organizations user guide, "RCPs".)
    resourceControl:
      resource === null || resource === 'unknown'
        ? resource
        : resource.map((level): ControlLevel => (level.length === 0 ? 'unknown' : level)),
  };
}

/** The same circumstances, inside of what was read of the organizations. */
export function within(controls: Learned<'controlPolicies'>, circumstances: Circumstances): Circumstances {
  return controls.known ? { ...circumstances, controls: controls.value } : circumstances;
}

/** What ECR's token is a resource of AWS does not document, so nothing is said of resource control policies there. */
export function aboutToken(learned: Learned<'controlPolicies'>): Learned<'controlPolicies'> {
  return learned.known ? { ...learned, value: { ...learned.value, resource: 'not-asked' } } : learned;
}

/** Which level of the organization a layer's answer comes from, in words. */
export function levelOf(
  { layer, level }: AccessDecision['layers'][number],
  policies: ControlPolicies | undefined,
): string | undefined {
  if (policies === undefined || level === undefined) return undefined;
  const controls = layer === 'service control' ? policies.service : policies.resource;
  return typeof controls === 'object' && 'levels' in controls ? controls.levels?.[level]?.target : undefined;
}

/** The facts behind an access: what was read of the organizations, and the gaps where something should have been. */
export function seenOf(learned: Learned<'controlPolicies'>): readonly (Learned<'controlPolicies'> | Unknown)[] {
  if (!learned.known) return [learned];
  const gaps = [learned.value.service, learned.value.resource].flatMap((controls) =>
    typeof controls === 'object' && 'gap' in controls ? [controls.gap] : [],
  );
  return [learned, ...gaps.map((gap): Unknown => ({ known: false, gap }))];
}

function levelsOver(
  controls: Controls,
  account: AccountId | null,
  document: (text: PolicyText) => NamedDocument,
): Levels {
  if (controls === 'not-asked' || controls.account !== account) return null;
  if ('gap' in controls) return 'unknown';
  return controls.levels?.map(({ policies }) => policies.map(document)) ?? null;
}
