import type { Endpoint } from '../../domain/network-estate.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop, Leg } from './leg-path.ts';
import { endpointDemand, type EndpointDemand } from './services.ts';

/** Whether the endpoint's own policy lets the leg pass. The estate is that of the endpoint's VPC. `leg` is `null` for a service that is no part of a pull. */
export function policyHop({ estate, query, policyAllows }: Inquiry, endpoint: Endpoint, leg: Leg | null): Hop {
  const { id, policy } = endpoint;
  if (policy === null) return hop('endpoint-policy', id, 'open', 'full-access-policy');
  if (policy === 'unknown') return hop('endpoint-policy', id, 'unknown', 'endpoint-policy-unknown');
  const detail = {
    service: endpoint.service,
    ...(leg === null ? {} : demandDetail(endpointDemand(leg, query.region))),
  };
  const answer = policyAllows(policy.text, leg, estate.vpc.id);
  if (answer === 'allowed') return hop('endpoint-policy', id, 'open', 'endpoint-policy-allows', detail);
  if (answer === 'denied') return hop('endpoint-policy', id, 'blocked', 'endpoint-policy-denies', detail);
  return hop('endpoint-policy', id, 'unknown', 'endpoint-policy-undecided', detail);
}

function demandDetail({ actions, resource, isSignedByAws }: EndpointDemand): Readonly<Record<string, string>> {
  return {
    actions: actions.join(' '),
    ...(resource === null ? {} : { resource }),
    ...(isSignedByAws ? { principal: 'signed-by-aws' } : {}),
  };
}
