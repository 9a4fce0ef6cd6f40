import type { EcrIncident } from '../../../domain/check.ts';
import type { PullerRole } from '../../../domain/facts/puller.ts';
import type { ControlPolicies } from '../../../domain/facts/organization.ts';
import type { SimulatedAction, WitnessedAction } from '../../../domain/facts/simulation.ts';
import { type AccessRequest, evaluateAccess, NO_POLICIES } from '../../../semantics/iam-policy/index.ts';
import { namedDocument, ownPolicies } from './access.ts';
import { controlLayers } from './controls.ts';
import { defineDerived, known } from '../define-derived.ts';

export const secondWitness = defineDerived({
  name: 'secondWitness',
  from: ['simulations', 'pullerRoles', 'controlPolicies'],
  async derive(learn, incident) {
    const [simulations, roles, controls] = await Promise.all([
      learn('simulations'),
      learn('pullerRoles'),
      learn('controlPolicies'),
    ]);
    const read = controls.known ? controls.value : undefined;
    if (!simulations.known || simulations.value === 'not-asked' || !roles.known) return known('not-asked', []);
    const witnessed = simulations.value.flatMap(({ role: arn, actions }) => {
      const role = roles.value.find((each) => each.arn === arn);
      return role === undefined ? [] : actions.map((action) => besideOurs(action, role, read, incident));
    });
    return known(witnessed.length === 0 ? 'not-asked' : witnessed, simulations.evidence);
  },
});

/** The simulator knows the role's policies and its boundary alone, so ours must be asked about no others. */
function besideOurs(
  simulated: SimulatedAction,
  role: PullerRole,
  controls: ControlPolicies | undefined,
  { image }: EcrIncident,
): WitnessedAction {
  const request: AccessRequest = {
    principal: { kind: 'role', arn: role.arn, account: role.account },
    action: simulated.action,
    // As if the repository were its own: then its own policies are enough.
    resource: { arn: simulated.resource, account: role.account },
    context: {
      'aws:RequestedRegion': image.registry.region,
      'aws:SecureTransport': 'true',
      'aws:ResourceAccount': image.registry.account,
    },
    absentKeys: [],
  };
  const own = { ...NO_POLICIES, ...ownPolicies(role) };
  const { outcome } = evaluateAccess(request, own);
  const { serviceControl } = controlLayers(controls, role.account, image.registry.account, namedDocument);
  const withControls = evaluateAccess(request, { ...own, serviceControl });
  const isDeniedByReadControl = withControls.blockedBy.includes('service control');
  const said = withControls.layers.find(({ layer }) => layer === 'service control')?.result;
  const isAllowedByReadControl = areRead(controls, role) && (said === 'allowed' || said === 'not-applicable');
  return {
    ...simulated,
    role: role.arn,
    ownReading: outcome,
    ...(isDeniedByReadControl && { isDeniedByReadControl }),
    ...(isAllowedByReadControl && { isAllowedByReadControl }),
  };
}

/** Policies that are read and not in use allow everything; what nobody reads says nothing. */
function areRead(controls: ControlPolicies | undefined, { account }: PullerRole): boolean {
  const service = controls?.service;
  return typeof service === 'object' && 'levels' in service && service.account === account;
}
