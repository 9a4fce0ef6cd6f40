import type { EcrIncident } from '../../../domain/check.ts';
import type { PullerRole } from '../../../domain/facts/puller.ts';
import type { SimulatedAction, WitnessedAction } from '../../../domain/facts/simulation.ts';
import { evaluateAccess, NO_POLICIES } from '../../../semantics/iam-policy/index.ts';
import { ownPolicies } from './access.ts';
import { defineDerived, known } from '../define-derived.ts';

export const secondWitness = defineDerived({
  name: 'secondWitness',
  from: ['simulations', 'pullerRoles'],
  async derive(learn, incident) {
    const [simulations, roles] = await Promise.all([learn('simulations'), learn('pullerRoles')]);
    if (!simulations.known || simulations.value === 'not-asked' || !roles.known) return known('not-asked', []);
    const witnessed = simulations.value.flatMap(({ role: arn, actions }) => {
      const role = roles.value.find((each) => each.arn === arn);
      return role === undefined ? [] : actions.map((action) => besideOurs(action, role, incident));
    });
    return known(witnessed.length === 0 ? 'not-asked' : witnessed, simulations.evidence);
  },
});

/** The simulator knows the role's policies and its boundary alone, so ours must be asked about no others. */
function besideOurs(simulated: SimulatedAction, role: PullerRole, { image }: EcrIncident): WitnessedAction {
  const { outcome } = evaluateAccess(
    {
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
    },
    { ...NO_POLICIES, ...ownPolicies(role) },
  );
  return { ...simulated, role: role.arn, ownReading: outcome };
}
