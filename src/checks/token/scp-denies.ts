import type { EcrIncident } from '../../domain/check.ts';
import type { WitnessedAction } from '../../domain/facts/simulation.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';
import { namedFirst } from '../named-first.ts';
import { stageOfAction } from '../stage-of-action.ts';

export const scpDenies = defineCheck({
  id: 'scp-denies',
  stage: 'token',
  step: 'permission',
  question: 'Does AWS’s policy simulator, which knows the organization’s policies, allow what the pull asks for?',
  needs: ['secondWitness'],
  answers: {
    agrees: {
      verdict: 'pass',
      says: 'No service control policy keeps `{{principals}}` from pulling, as AWS’s policy simulator says.',
    },
    denied: {
      verdict: 'fail',
      says: '`{{principal}}` may not {{action}} on {{resource}}: a service control policy of its organization does not allow it, as AWS’s policy simulator says. Only who runs the organization can change that.',
    },
    disagrees: {
      verdict: 'unknown',
      says: 'Two readings of the policies of `{{principal}}` disagree: AWS’s policy simulator says that {{action}} is {{simulated}}, and by my own reading it is {{own}}. A policy that was changed a moment ago may not have reached both.',
    },
    read: {
      verdict: 'not-applicable',
      says: 'The service control policies were read as well, and what they deny is told with its statement.',
    },
    'allowed-by-read': {
      verdict: 'unknown',
      says: 'Two readings of the service control policies over `{{principal}}` disagree: AWS’s policy simulator says that they do not allow {{action}}, and by my own reading those on every level of its organization do. One that was changed a moment ago may not have reached both.',
    },
    'not-asked': {
      verdict: 'not-applicable',
      says: 'AWS’s policy simulator could not be asked, so service control policies were not looked at.',
    },
  },
  evaluate({ secondWitness }, incident) {
    if (secondWitness === 'not-asked') return { answer: 'not-asked' };
    const witnessed = namedFirst(secondWitness, incident);
    const denied = witnessed.find((each) => each.isAllowedByOrganization === false && !each.isDeniedByReadControl);
    if (denied !== undefined) {
      const { role: principal, action, resource, isAllowedByReadControl } = denied;
      const stage = stageOfAction(action);
      if (isAllowedByReadControl === true) return { answer: 'allowed-by-read', data: { principal, action }, stage };
      const data = { principal, action, resource, layer: 'service control' };
      return { answer: 'denied', data, stage, ...weightOf(incident) };
    }
    const odd = witnessed.find(isOdd);
    if (odd !== undefined) {
      const { role: principal, action, isAllowed, ownReading: own } = odd;
      return {
        answer: 'disagrees',
        data: { principal, action, simulated: isAllowed ? 'allowed' : 'denied', own },
        stage: stageOfAction(action),
      };
    }
    // What was read is told with its statement, as a denial of the token or of the pull.
    if (witnessed.some(({ isDeniedByReadControl }) => isDeniedByReadControl)) return { answer: 'read' };
    const principals = listOf([...new Set(witnessed.map(({ role }) => role))]);
    return { answer: 'agrees', data: { principals } };
  },
});

function isOdd({ isAllowed, isAllowedByOrganization, isDeniedByReadControl, ...each }: WitnessedAction): boolean {
  const { ownReading, missingKeys } = each;
  if (isDeniedByReadControl === true) return isAllowedByOrganization === true;
  if (missingKeys.length > 0 || ownReading === 'unknown') return false;
  return isAllowed !== (ownReading === 'allowed');
}

/** The simulator does not say which keys a service control policy asks for and lacks: the message alone confirms it. */
function weightOf({ denial }: EcrIncident) {
  const layer = denial?.layer ?? null;
  if (layer === 'service control') return {};
  return layer === null ? ({ atMost: 'probable' } as const) : ({ atMost: 'probable', explains: false } as const);
}
