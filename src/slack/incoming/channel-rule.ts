import type { RefusalKey } from '../blocks/refusal.ts';
import type { Edge } from '../edge.ts';
import type { Person } from '../ports.ts';

/** Why nothing may be shown to this person in this channel; `null` when it may. Others can read along, and click. */
export async function whyNotHere(edge: Edge, channel: string, person: Person): Promise<RefusalKey | null> {
  if (person.team !== edge.self().team) return 'other-company';
  const kind = await edge.channels.kindOf(channel);
  if (kind === 'shared') return 'shared-channel';
  // Where we are not a member we cannot post either: what we say there is for the one who asked alone.
  return kind === 'unknown' ? 'unknown-channel' : null;
}
