import type { Drawn } from './blocks/drawn.ts';
import { drawElsewhere } from './blocks/refusal.ts';
import type { Edge } from './edge.ts';
import { permalinkOf } from './permalink.ts';
import type { Conversation, Sighting } from './ports.ts';

/**
 * Hands the sightings to the desk, which tells their stories in the conversation.
 * @returns what to say to the one who asked when every one of them is being told elsewhere; else `null`
 */
export async function beginDiagnoses(
  edge: Edge,
  sightings: readonly Sighting[],
  conversation: Conversation,
  isFresh = false,
): Promise<Drawn | null> {
  const { desk } = edge;
  const asked = await Promise.all(sightings.map((sighting) => desk.diagnose({ sighting, conversation, isFresh })));
  const elsewhere = asked.map(({ existing }) => existing).filter((existing) => existing !== null);
  const [first] = elsewhere;
  if (first === undefined || elsewhere.length < asked.length) return null;
  return drawElsewhere(await permalinkOf(edge, first.channel, first.threadTs));
}
