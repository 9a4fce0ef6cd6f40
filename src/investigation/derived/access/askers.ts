import type { AccessFact, PrincipalAccess } from '../../../domain/access.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Learned, Unknown } from '../../../domain/facts.ts';
import type { PullerRole } from '../../../domain/facts/puller.ts';
import type { PullingService } from '../../../domain/puller.ts';

/** In whose name ECR may be asked: a role, an AWS service in its own; `null`: in nobody's, for no role is named. */
export type Asker = PullerRole | PullingService | null;

export interface Askers {
  readonly known: true;
  /** One at least. Several: one of them asks, and nobody knows which. */
  readonly value: readonly [Asker, ...Asker[]];
  readonly evidence: readonly Evidence[];
}

/** Whether an AWS service asks in its own name, with nobody’s role. */
export function isService(asker: Asker): asker is PullingService {
  return asker !== null && 'principal' in asker;
}

/** The roles that pull; where there is none, the service that pulls in its own name, or nobody. */
export async function learnAskers(
  learn: <Name extends 'pullerRoles' | 'puller'>(name: Name) => Promise<Learned<Name>>,
): Promise<Askers | Unknown> {
  const roles = await learn('pullerRoles');
  if (!roles.known) return roles;
  const [first, ...others] = roles.value;
  if (first !== undefined) return { known: true, value: [first, ...others], evidence: roles.evidence };
  const puller = await learn('puller');
  return puller.known ? { known: true, value: [puller.value.service], evidence: puller.evidence } : puller;
}

/** What each of those who may ask may do. */
export function accessOfEach(
  [first, ...others]: readonly [Asker, ...Asker[]],
  judge: (asker: Asker) => PrincipalAccess,
): AccessFact {
  return { ...judge(first), ...(others.length > 0 && { others: others.map(judge) }) };
}
