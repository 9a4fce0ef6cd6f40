import type { Endpoint } from '../../domain/network-estate.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop, Leg } from './leg-path.ts';
import { endpointDemand } from './services.ts';

/** Whether the endpoint's own policy lets the leg pass. `leg` is `null` for a service that is no part of a pull. */
export function policyHop({ query, policyAllows }: Inquiry, endpoint: Endpoint, leg: Leg | null): Hop {
  const { id, policy } = endpoint;
  if (policy === null) return hop('endpoint-policy', id, 'open', 'full-access-policy');
  if (policy === 'unknown' || leg === null) return hop('endpoint-policy', id, 'unknown', 'endpoint-policy-unknown');
  const demand = endpointDemand(leg, query.region);
  const detail = {
    service: endpoint.service,
    actions: demand.actions.join(' '),
    ...(demand.resource === null ? {} : { resource: demand.resource }),
    ...(demand.isSignedByAws ? { principal: 'signed-by-aws' } : {}),
  };
  const answer = policyAllows(policy.text, leg);
  if (answer === 'allowed') return hop('endpoint-policy', id, 'open', 'endpoint-policy-allows', detail);
  if (answer === 'denied') return hop('endpoint-policy', id, 'blocked', 'endpoint-policy-denies', detail);
  return hop('endpoint-policy', id, 'unknown', 'endpoint-policy-undecided', detail);
}
