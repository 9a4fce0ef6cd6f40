import type { Incident } from '../domain/incident.ts';
import type { Conversation } from '../slack/ports.ts';

/** What makes two questions the same one: where it is asked, and about what. Who asks, and in which words, does not. */
export function questionOf(
  { image, registry, workload, symptom }: Pick<Incident, 'image' | 'registry' | 'workload' | 'symptom'>,
  { team, channel }: Pick<Conversation, 'team' | 'channel'>,
): string {
  const about = [image?.text ?? registry?.host ?? null, workload, symptom?.kind ?? null];
  return JSON.stringify([team, channel, ...about]);
}
