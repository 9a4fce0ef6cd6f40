import {
  type AccessDecision,
  type AccessRequest,
  evaluateAccess,
  NO_POLICIES,
} from '../../../semantics/iam-policy/index.ts';
import { namedDocument } from '../access/access.ts';

/** What the policy of an endpoint alone says of a request; `undefined` where it has no say. */
export function answerOfEndpoint(
  text: string,
  request: AccessRequest,
): AccessDecision['layers'][number]['result'] | undefined {
  const endpoint = namedDocument({ name: 'endpoint policy', text });
  const { layers } = evaluateAccess(request, { ...NO_POLICIES, endpoint });
  return layers.find(({ layer }) => layer === 'VPC endpoint')?.result;
}
