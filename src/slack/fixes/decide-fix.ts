import type { Drawn } from '../blocks/drawn.ts';
import { drawAlreadyDecided, drawNotYoursToDecide, drawRefusal } from '../blocks/refusal.ts';
import { whyNotHere } from '../incoming/channel-rule.ts';
import type { Edge } from '../edge.ts';
import { rightNow } from './fix-authority.ts';
import { showFixState } from './fix-messages.ts';
import { mayDecide } from './fix-rights.ts';
import type { Decision, FixRequest, Person } from '../ports.ts';

export type Decidable = { readonly request: FixRequest } | { readonly refusal: Drawn };

/** The request, if this person may decide it so at this moment. Asked at the click and again when the form comes back. */
export async function findDecidable(
  edge: Edge,
  requestId: string,
  person: Person,
  kind: Decision['kind'],
): Promise<Decidable> {
  const request = await edge.desk.findFixRequest(requestId);
  if (request === null) return { refusal: drawRefusal('gone') };
  const refusal = await whyNotHere(edge, request.conversation.channel, person);
  if (refusal !== null) return { refusal: drawRefusal(refusal) };
  if (request.state.kind !== 'awaiting' || isOver(request, edge.now())) return { refusal: drawAlreadyDecided(request) };

  const right = await rightNow(edge, person, request.fix);
  if (right.kind === 'nobody') return { refusal: drawRefusal(right.why) };
  // Taking one's own request back changes nothing, so it needs no right.
  const isWithdrawal = kind === 'reject' && person.user === request.requester.user;
  if (!isWithdrawal && !mayDecide(right, person, request))
    return { refusal: drawNotYoursToDecide(request, person.user) };
  return { request };
}

/** Records the decision and shows it. Answers with what to say to the one who decided too late; else `null`. */
export async function decide(edge: Edge, requestId: string, decision: Decision): Promise<Drawn | null> {
  const decidable = await findDecidable(edge, requestId, decision.by, decision.kind);
  if ('refusal' in decidable) return decidable.refusal;
  const { request, isFirst } = await edge.desk.decideFix(requestId, decision);
  if (!isFirst) return drawAlreadyDecided(request);
  await showFixState(edge, request);
  return null;
}

/** Expired by the clock, even if the queue has not come to say so yet. */
function isOver({ expiresAt }: FixRequest, now: number): boolean {
  return Date.parse(expiresAt) <= now;
}
