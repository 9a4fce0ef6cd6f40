import type { Conclusion } from '../domain/diagnosis.ts';
import { shortName } from '../domain/image-reference.ts';
import type { RecentDiagnosis } from '../slack/ports.ts';
import type { KeptDiagnosis } from './kept-diagnosis.ts';

/** A diagnosis in a line, for the Home of the one who asked. */
export function recentOf({ incident, conclusion }: KeptDiagnosis, channel: string, addedAt: Date): RecentDiagnosis {
  const image = incident.image === null ? 'an unnamed image' : shortName(incident.image);
  return { id: incident.id, image, says: saysOf(conclusion), at: addedAt.toISOString(), channel };
}

function saysOf(conclusion: Conclusion): string {
  return conclusion.kind === 'explained' ? conclusion.cause.summary : conclusion.says;
}
